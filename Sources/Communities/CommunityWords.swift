import Ground

enum CommunityWords {
    // The list and the beginning.
    static let communities = Words("communities.title", "Your communities")
    static let publicCommunities = Words("communities.public-title", "Communities")
    static func listSentence(_ count: Int) -> Words {
        Words("communities.list-sentence", "You belong to \(count, "community", "communities").")
    }
    static let welcome = Words(
        "communities.welcome",
        "See the line from what a community of schools does together to how learners do.")
    static let welcomeLead = Words(
        "communities.welcome-lead",
        "Sightline is where communities that improve together run their work. Sign in to see yours.")
    static let publicList = Words("communities.public-list", "These communities show a page to everybody:")
    static let emptyWhat = Words("communities.empty-what", "Your communities will be here.")
    static let emptyWhy = Words(
        "communities.empty-why",
        "A community is a few schools and their partners who improve together. Forming one takes two minutes.")
    static let form = Words("communities.form", "Form a community")
    static let formLead = Words(
        "communities.form-lead", "Two minutes. Everything here can be changed later, but for the programme.")
    static let name = Words("communities.name", "What is the community called?")
    static let purpose = Words("communities.purpose", "What is it for?")
    static let purposeHint = Words("communities.purpose-hint", "In a sentence or two, in your own words.")
    static let programme = Words("communities.programme", "By which programme does it work?")
    static let ownOrganisation = Words("communities.own-organisation", "Your own school or organisation")
    static let organisationKind = Words("communities.organisation-kind", "What kind of organisation is it?")
    static let roll = Words("communities.roll", "Learners on the roll")
    static let rollHint = Words("communities.roll-hint", "Leave it empty where there are none, or you do not know.")
    static let nameMissing = Words("communities.name-missing", "Give the community a name.")
    static let nameTooLong = Words("communities.name-too-long", "The name is too long. Use at most 120 letters.")
    static let purposeMissing = Words("communities.purpose-missing", "Say in a sentence what it is for.")
    static let programmeMissing = Words("communities.programme-missing", "Choose one of the programmes.")
    static let organisationMissing = Words("communities.organisation-missing", "Type the name of the organisation.")
    static let kindMissing = Words("communities.kind-missing", "Choose what kind of organisation it is.")
    static let rollWrong = Words("communities.roll-wrong", "The roll is a whole number of learners, such as 240.")

    // The room and its parts.
    static let room = Words("communities.room", "Who we are")

    // Members.
    static let members = Words("communities.members", "Members")
    static func membersSentence(schools: Int) -> Words {
        guard schools != 1 else {
            return Words(
                "communities.members-one-school", "One school so far. It takes another to learn from each other.")
        }
        return Words("communities.members-schools", "\(schools, "school works", "schools work") together.")
    }
    static func membersSentence(schools: Int, with others: String) -> Words {
        guard schools != 1 else {
            return Words("communities.members-one-school-with", "One school works with \(others).")
        }
        return Words(
            "communities.members-with-others",
            "\(schools, "school works", "schools work") together, with \(others).")
    }
    static func others(_ count: Int) -> Words {
        Words("communities.others", "\(count, "other organisation", "other organisations")")
    }
    static let and = Words("communities.and", "and")
    static let kind = Words("communities.kind", "Kind")
    static let belongsAs = Words("communities.belongs-as", "Belongs as")
    static let since = Words("communities.since", "Since")
    static let until = Words("communities.until", "Until")
    static let organisation = Words("communities.organisation", "Organisation")
    static let onRoll = Words("communities.on-roll", "On the roll")
    static let resourced = Words("communities.resourced", "resourced")
    static let addMember = Words("communities.add-member", "Add a member")
    static let add = Words("communities.add", "Add")
    static let membershipKind = Words("communities.membership-kind", "How does it belong?")
    static let sinceWhen = Words("communities.since-when", "From when?")
    static let sinceHint = Words("communities.since-hint", "Leave it empty for today.")
    static let dayWrong = Words("communities.day-wrong", "Type a date like 3 March 2027, or leave it empty for today.")
    static let leave = Words("communities.leave", "Leaves today")
    static let leaving = Words("communities.leaving", "Leaving")
    static let change = Words("communities.change", "Change")
    static func learners(_ count: Int) -> Words { Words("communities.learners", "\(count)") }
    static func changed(_ name: String) -> Words { Words("communities.changed", "\(name) is changed.") }
    static func left(_ name: String) -> Words {
        Words("communities.left", "\(name) belongs no longer. Until tomorrow night this can be taken back.")
    }
    static let takeBack = Words("communities.take-back", "Take back")
    static func leavingWhen(_ name: String) -> Words {
        Words(
            "communities.leaving-when",
            "If \(name) belongs no longer, say so here. The next page tells what that means before anything happens.")
    }
    static func leavingQuestion(_ name: String) -> Words {
        Words("communities.leaving-question", "Does \(name) leave the community today?")
    }
    static let leavingNumbers = Words(
        "communities.leaving-numbers",
        "Its results, signed off or not, no longer count in the community's pictures, and its place on the boards goes."
    )
    static func leavingPeople(_ names: String) -> Words {
        Words(
            "communities.leaving-people", "Their roles here end, and they can no longer open the community: \(names).")
    }
    static let leavingNobody = Words("communities.leaving-nobody", "Nobody stands for it here, so nobody loses access.")
    static let leavingKept = Words(
        "communities.leaving-kept", "What it brought in stays its own. Nothing is deleted.")
    static let leavingUndo = Words(
        "communities.leaving-undo",
        "Until tomorrow night you can take it back, and everything is as it was, roles and dates included.")
    static let stays = Words("communities.stays", "It stays")
    static let former = Words("communities.former", "Belonged before")
    static func joined(_ name: String) -> Words { Words("communities.joined", "\(name) belongs now.") }

    // Stages.
    static let stages = Words("communities.stages", "Where we stand")
    static func stagesSentence(_ component: String, _ stage: String) -> Words {
        Words("communities.stages-sentence", "\(component): \(stage).")
    }
    static let notBegun = Words("communities.not-begun", "not begun")
    static let stagesLead = Words(
        "communities.stages-lead",
        "Each side of a community has its own pace, and may step back. It is a map, not a rating.")
    static let move = Words("communities.move", "Move to")
    static let evidence = Words("communities.evidence", "What shows that it is time?")
    static func gate(_ evidence: String) -> Words { Words("communities.gate", "Asked: \(evidence)") }
    static let moveIt = Words("communities.move-it", "Move")
    static let history = Words("communities.history", "How it got here")
    static func moved(_ component: String, _ stage: String, _ actor: String) -> Words {
        Words("communities.moved", "\(component): \(stage), by \(actor)")
    }

    // People and roles.
    static let positions = Words("communities.positions", "People and roles")
    static func positionsSentence(_ filled: Int, of all: Int) -> Words {
        Words("communities.positions-sentence", "\(filled) of \(all, "role is", "roles are") filled.")
    }
    static let positionsNone = Words("communities.positions-none", "No roles have been set up yet.")
    static let role = Words("communities.role", "Role")
    static let holder = Words("communities.holder", "Held by")
    static let forWhom = Words("communities.for-whom", "For")
    static let wholeCommunity = Words("communities.whole-community", "the whole community")
    static let term = Words("communities.term", "Term")
    static let release = Words("communities.release", "Release")
    static let vacant = Words("communities.vacant", "vacant")
    static let addPosition = Words("communities.add-position", "Add a role")
    static let holderName = Words("communities.holder-name", "Name of the person")
    static let holderHint = Words(
        "communities.holder-hint", "They get a link from you with which they choose a password.")
    static let isVacant = Words("communities.is-vacant", "Nobody holds it yet: show it as vacant")
    static let holderMissing = Words(
        "communities.holder-missing", "Type the name of whoever holds the role, or tick that nobody holds it yet.")
    static let choose = Words("communities.choose", "Choose …")
    static let forWhomMissing = Words(
        "communities.for-whom-missing", "Choose for which member, or the whole community.")
    static func schoolMissing(_ role: String) -> Words {
        Words(
            "communities.school-missing",
            "Choose the school: \(role) is a role of one school, not of the whole community.")
    }
    static let remove = Words("communities.remove", "Remove")
    static let invited = Words("communities.invited", "invited, not here yet")
    static let holderEmail = Words("communities.holder-email", "Their e-mail address")
    static let holderEmailMissing = Words(
        "communities.holder-email-missing", "Type their e-mail address too: that is what they sign in with.")
    static let holderNameMissing = Words("communities.holder-name-missing", "Type their name too.")
    static let termUntil = Words("communities.term-until", "Until when?")
    static let termWrong = Words(
        "communities.term-wrong", "Type a date like 3 March 2027, or leave it empty where no end is agreed.")
    static let termHint = Words("communities.term-hint", "Leave it empty where no end is agreed.")
    static let releaseField = Words("communities.release-field", "Release from teaching")
    static let releaseHint = Words(
        "communities.release-hint", "As a share of full time, such as 0.4. Leave it empty for none.")
    static let releaseWrong = Words(
        "communities.release-wrong", "Release is a share of full time between 0 and 1, such as 0.4.")
    static let roleMissing = Words("communities.role-missing", "Choose one of the roles.")
    static let organisationUnknown = Words("communities.organisation-unknown", "Choose one of the members.")
    static let fill = Words("communities.fill", "Fill")
    static let end = Words("communities.end", "End today")
    static let untilOpen = Words("communities.until-open", "open")
    static func filled(_ name: String) -> Words { Words("communities.filled", "\(name) holds the role now.") }
    static func filledElsewhere(_ name: String) -> Words {
        Words(
            "communities.filled-elsewhere",
            """
            \(name) holds the role now, and has yet to follow an invitation made elsewhere. Whoever made it can give \
            them a new link.
            """)
    }
    static func handOver(_ name: String) -> Words {
        Words(
            "communities.hand-over",
            """
            Give this link to \(name), by mail or by hand. It works once, for seven days, and lets them choose a \
            password. It is shown to you here for an hour; after that, make a new one.
            """)
    }
    static let invitationLink = Words("communities.invitation-link", "Invitation link")
    static let newLink = Words("communities.new-link", "New link")

    // Settings.
    static let settings = Words("communities.settings", "Settings")
    static let isPublic = Words("communities.is-public", "Everybody may read the public page")
    static let isPublicHint = Words(
        "communities.is-public-hint",
        "It shows the purpose, the members and what has spread. Numbers only for ten learners and more.")
    static let save = Words("communities.save", "Save")
    static let saved = Words("communities.saved", "Saved.")
    static let packs = Words("communities.packs", "The programme")
    static func worksBy(_ packs: String) -> Words { Words("communities.works-by", "The community works by \(packs).") }
    static let worksAlsoBy = Words("communities.works-also-by", "It also works by:")
    static let addPack = Words("communities.add-pack", "Add to it")
    static let export = Words("communities.export", "Take everything with you")
    static let exportWhat = Words(
        "communities.export-what",
        "The whole record of the community in one file that ordinary programs open and another installation takes up.")
    static let exportLink = Words("communities.export-link", "See what is in the file")
    static let state = Words("communities.state", "Pause, take up again, or close")
    static func stateSentence(_ state: Words) -> Words { Words("communities.state-sentence", "It is \(state).") }
    static let activate = Words("communities.activate", "Take up the work")
    static let pause = Words("communities.pause", "Pause")
    static let close = Words("communities.close", "Close for good")
    static let closeWarning = Words(
        "communities.close-warning",
        "Closing ends it for every member and cannot be taken back. The record stays, for everybody who belongs now.")
    static let reason = Words("communities.reason", "Why?")

    static func state(_ state: Community.State) -> Words {
        switch state {
        case .forming: Words("communities.state-forming", "forming")
        case .active: Words("communities.state-active", "at work")
        case .paused: Words("communities.state-paused", "paused")
        case .closed: Words("communities.state-closed", "closed")
        }
    }

    // Refusals.
    static let refusedPaused = Words(
        "communities.refused-paused",
        "The community is paused, so nothing can be added. A leader can take up the work again under Settings.")
    static let refusedClosed = Words(
        "communities.refused-closed", "The community has closed. Its record can be read, but nothing can be changed.")
    static func refusedAlready(_ state: Words) -> Words {
        Words("communities.refused-already", "It is \(state) already.")
    }
    static let refusedFormAgain = Words(
        "communities.refused-form-again", "A community that has begun does not form again. Pause it instead.")
    static let refusedReasonMissing = Words(
        "communities.refused-reason-missing", "Say why, in a sentence: the members will read it.")
    static let refusedBelongsAlready = Words(
        "communities.refused-belongs-already", "That organisation belongs to this community already.")
    static func refusedResourcedElsewhere(_ community: String) -> Words {
        Words(
            "communities.refused-resourced-elsewhere",
            """
            That organisation draws its resourcing through \(community) already, and may do so through one community \
            only. Add it as an unfunded member, or end the other membership first.
            """)
    }
    static let refusedEndedAlready = Words("communities.refused-ended-already", "That membership has ended already.")
    static func refusedEndsBeforeItBegan(_ day: Day) -> Words {
        Words("communities.refused-ends-before", "It cannot end before it began, on \(day).")
    }
    static let refusedGoesOn = Words("communities.refused-goes-on", "That organisation belongs: it never left.")
    static let refusedLeftTooLongAgo = Words(
        "communities.refused-left-too-long-ago",
        "It left more than a day ago, which cannot be taken back. Add it as a member again instead.")
    static let refusedDescribedElsewhere = Words(
        "communities.refused-described-elsewhere",
        "It belongs to other communities too, so only its own principal can change what it is called and how large it is."
    )
    static let refusedStageUnknown = Words("communities.refused-stage-unknown", "Choose one of the stages.")
    static let refusedThereAlready = Words("communities.refused-there-already", "It is at that stage already.")
    static func refusedGateOwner(_ owner: Words) -> Words {
        Words("communities.refused-gate-owner", "This step is decided by a \(owner). Ask one of them to make it.")
    }
    static let refusedSchoolNames = Words(
        "communities.refused-school-names",
        """
        This role can see the school's own records, so the school's principal names who holds it. Ask them to add it \
        here. Once a school's last principal has left, you may name the next one.
        """)
    static let refusedSchoolEnds = Words(
        "communities.refused-school-ends",
        "A principal's role is ended by the school itself: ask a principal of the school to do so.")
    static let refusedNotYoursToInvite = Words(
        "communities.refused-not-yours-to-invite",
        """
        Whoever holds the link becomes that person, and they are more than you may give here. Ask their principal, or \
        your administrator, for it.
        """)
    static let refusedHereAlready = Words(
        "communities.refused-here-already",
        "They have a password already. If they lost it, your administrator can give them a link for a new one.")
    static let refusedEvidenceMissing = Words(
        "communities.refused-evidence-missing", "Say what shows that it is time, in a sentence or with a link.")
}
