import Ground
import HTML
import Interface
import Programmes
import Web

/// Where each side of the community stands, how it got there, and the step that may come next.
struct StagesPage: Page {
    let of: Community
    let pack: Pack
    let moves: [StageMove]
    let mayDecide: Bool
    let mayManage: Bool
    var form = FormData()
    var problems = Problems()

    var title: Words { CommunityWords.stages }
    var community: CommunityName? { of.pageName }
    var hasProblems: Bool { !problems.isEmpty }

    private func current(_ component: Pack.Component) -> String? {
        moves.last { $0.component == component.key }?.to
    }

    var body: HTML {
        """
        \(problemSummary(problems))\(communityParts(of, .stages, mayManage: mayManage))
        \(headline(Words(verbatim: sentence)))
        \(lead(CommunityWords.stagesLead))
        \(pack.components, { section(Words(verbatim: $0.title), id: $0.key, road($0)) })
        \(if: !moves.isEmpty, section(CommunityWords.history, id: "history", history))
        """
    }

    /// "Governance: Embedding. Measurement: Implementing."
    private var sentence: String {
        pack.components.map { component in
            let stage = component.stages[key: current(component) ?? ""]?.title ?? CommunityWords.notBegun.text
            return CommunityWords.stagesSentence(component.title, stage).text
        }.joined(separator: " ")
    }

    private func road(_ component: Pack.Component) -> HTML {
        let here = component.stages.firstIndex { $0.key == current(component) } ?? -1
        let stages = component.stages.enumerated().map { index, stage in
            Step(
                Words(verbatim: stage.title), index < here ? .done : index == here ? .now : .ahead,
                note: index == here + 1 ? gate(stage) : nil)
        }
        return """
            <p>\(component.about)</p>\(steps(stages))
            \(if: mayDecide && of.state != .closed, moveForm(component))
            """
    }

    private func gate(_ stage: Pack.Stage) -> HTML? {
        stage.gate.map { "\(CommunityWords.gate($0.evidence.joined(separator: "; ")))" }
    }

    private func moveForm(_ component: Pack.Component) -> HTML {
        let isThis = form.text("component") == component.key
        return """
            <details\(if: isThis, " open")><summary>\(CommunityWords.move)</summary>
            \(Form(to: CommunityPath.stages(of.id), guardsChanges: false, """
                \(hiddenField("component", component.key))
                \(selectField(
                    "stage-\(component.key)", CommunityWords.move,
                    choices: component.stages.map { Choice($0.key, Words(verbatim: $0.title)) },
                    chosen: isThis ? form.text("stage-\(component.key)") : next(component)))
                \(textField(
                    "evidence-\(component.key)", CommunityWords.evidence,
                    value: isThis ? form.text("evidence-\(component.key)") : "", problems: problems))
                \(actions(button(CommunityWords.moveIt, .quiet)))
                """).html)
            </details>
            """
    }

    private func next(_ component: Pack.Component) -> String? {
        guard let here = component.stages.firstIndex(where: { $0.key == current(component) }) else {
            return component.stages.first?.key
        }
        return here + 1 < component.stages.count ? component.stages[here + 1].key : component.stages[here].key
    }

    private var history: HTML {
        timeline(
            moves.reversed().map { move in
                let component = pack.components[key: move.component]
                let stage = component?.stages[key: move.to]?.title ?? move.to
                return Happening(
                    on: move.day,
                    "\(CommunityWords.moved(component?.title ?? move.component, stage, move.actor))",
                    reason: "\(move.evidence)")
            })
    }
}
