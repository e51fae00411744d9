import Ground
// From a list of files to a layout: which file is which, by the manifest and by their names.

extension Examination {
    func layOut(_ files: [RosterFile]) -> PackageLayout {
        let files = files.filter { !$0.name.hasSuffix("/") }
        let format = RosterFormat(of: files)
        checkFolders(files)
        let found = identify(files, among: format.binding)
        guard format.isOneRoster else { return microsoft(found, format) }
        return oneRoster(files, found)
    }

    private func checkFolders(_ files: [RosterFile]) {
        for file in files where file.name.contains("/") {
            let folder = file.name.prefix(upTo: file.name.lastIndex(of: "/") ?? file.name.startIndex)
            tellOfPackage(
                Departure(.enclosingFolder, in: file.name, value: String(folder), repair: .enclosingFolder))
        }
    }

    private struct Found {
        var byStem: [String: RosterFile] = [:]
        var manifest: RosterFile?
        var passedOver: [String] = []
    }

    private func identify(_ files: [RosterFile], among binding: Binding) -> Found {
        let known = binding.files.map(\.name) + (binding.isExact ? ["manifest"] : [])
        var found = Found()
        for file in files {
            let base = file.name.split(separator: "/").last.map(String.init) ?? file.name
            guard let stem = PackageLayout.stem(of: file.name) else {
                tell(Departure(.fileUnknown, in: file.name))
                found.passedOver.append(file.name)
                continue
            }
            let isExact = known.contains(stem) && base.hasSuffix(".csv") || stem == "courseResourses"
            let meant =
                stem == "courseResourses"
                ? "courseResources" : known.contains(stem) ? stem : nearWord(to: stem, among: known)
            guard let meant else {
                tell(Departure(.fileUnknown, in: file.name))
                found.passedOver.append(file.name)
                continue
            }
            if !isExact {
                let ruling = tell(
                    Departure(
                        .fileNameSpelling, in: file.name, value: base, expected: "\(meant).csv", repair: .fileNames))
                if ruling == .refused {
                    refusedFiles.append(file.name)
                    continue
                }
            }
            if let other = meant == "manifest" ? found.manifest : found.byStem[meant] {
                tellOfPackage(Departure(.fileTwice, in: file.name, value: base, expected: other.name))
                continue
            }
            if meant == "manifest" { found.manifest = file } else { found.byStem[meant] = file }
        }
        return found
    }

    private func microsoft(_ found: Found, _ format: RosterFormat) -> PackageLayout {
        var layout = PackageLayout(binding: format.binding)
        layout.passedOver = found.passedOver
        for binding in layout.binding.files {
            if let file = found.byStem[binding.name] {
                layout.parts.append(.init(binding: binding, file: file, mode: .bulk))
                layout.modes[binding.name] = .bulk
            } else if binding.isRequired {
                tellOfPackage(Departure(.fileRequired, in: "\(binding.name).csv"))
            }
        }
        return layout
    }

    private func oneRoster(_ files: [RosterFile], _ found: Found) -> PackageLayout {
        let evidence = VersionEvidence(in: Array(found.byStem.values).sorted { $0.name < $1.name })
        if files.count > 22 { tellOfPackage(Departure(.tooManyFiles, in: "", value: String(files.count))) }
        guard let manifestFile = found.manifest else {
            tellOfPackage(Departure(.manifestMissing, in: "manifest.csv", repair: .manifestMissing))
            let is12 = evidence.of12 != nil || evidence.of11 == nil
            var layout = PackageLayout(binding: is12 ? .oneRoster12 : .oneRoster11)
            layout.passedOver = found.passedOver
            for binding in layout.binding.files {
                guard let file = found.byStem[binding.name] else { continue }
                layout.parts.append(.init(binding: binding, file: file, mode: .bulk))
                layout.modes[binding.name] = .bulk
            }
            return layout
        }
        let manifest = Manifest(manifestFile) { tellOfPackage($0) }
        var layout = PackageLayout(binding: version(manifest, evidence))
        layout.passedOver = found.passedOver
        checkProperties(manifest, layout.binding)
        for binding in layout.binding.files {
            place(binding, found.byStem[binding.name], manifest, in: &layout)
        }
        for (stem, file) in found.byStem.sorted(by: { $0.key < $1.key }) where layout.binding[stem] == nil {
            tell(Departure(.fileUnknown, in: file.name))
            layout.passedOver.append(file.name)
        }
        return layout
    }

    private func version(_ manifest: Manifest, _ evidence: VersionEvidence) -> Binding {
        let own = manifest["manifest.version"]
        if own?.value != "1.0" {
            tellOfPackage(
                Departure(
                    .manifestVersion, in: manifest.file, line: own?.line, column: "value", value: own?.value,
                    repair: .versionFromFiles))
        }
        let stated = manifest["oneroster.version"]
        let told: Binding
        switch stated?.value {
        case "1.1": told = .oneRoster11
        case "1.2": told = .oneRoster12
        default:
            tellOfPackage(
                Departure(
                    .rosterVersion, in: manifest.file, line: stated?.line, column: "value", value: stated?.value,
                    repair: .versionFromFiles))
            return evidence.of12 != nil || evidence.of11 == nil ? .oneRoster12 : .oneRoster11
        }
        let is11 = told.format == .oneRoster11
        guard let against = is11 ? evidence.of12 : evidence.of11 else { return told }
        tell(
            Departure(
                .versionConflict, in: manifest.file, line: stated?.line, column: "value", value: stated?.value,
                expected: against))
        // Where everything speaks against the manifest, the files are read as what they are.
        let hasSupport = (is11 ? evidence.of11 : evidence.of12) != nil
        return hasSupport ? told : is11 ? .oneRoster12 : .oneRoster11
    }

    private func checkProperties(_ manifest: Manifest, _ binding: Binding) {
        for property in manifest.properties where !Manifest.known.contains(property.name) {
            let stem = property.name.hasPrefix("file.") ? String(property.name.dropFirst(5)) : ""
            let isKnown = binding[stem] != nil || stem == "courseResourses"
            // What 1.2 has, a 1.1 manifest may still say to be absent.
            let isAbsent = property.value == "absent" && Binding.oneRoster12[stem] != nil
            if isKnown || isAbsent { continue }
            let near = nearWord(
                to: property.name, among: Manifest.known + binding.files.map { "file.\($0.name)" })
            tell(
                Departure(
                    .propertyUnknown, in: manifest.file, line: property.line, column: "propertyName",
                    value: property.name, expected: near ?? ""))
        }
    }

    private func place(
        _ binding: FileBinding, _ file: RosterFile?, _ manifest: Manifest, in layout: inout PackageLayout
    ) {
        let property =
            manifest["file.\(binding.name)"]
            ?? (binding.name == "courseResources" ? manifest["file.courseResourses"] : nil)
        var said = property?.value ?? ""
        if let property, !Manifest.modes.contains(said) {
            let lowered = said.tidied.lowercased()
            let isMendable = Manifest.modes.contains(lowered)
            let ruling = tell(
                Departure(
                    .modeUnknown, in: manifest.file, line: property.line, column: "value", value: said,
                    expected: Manifest.modes.joined(separator: ", "),
                    repair: isMendable ? .wordCase : .manifestMismatch))
            if ruling == .refused, file != nil { isPackageRefused = true }
            said = isMendable ? lowered : ""
        } else if property == nil, file == nil {
            tell(Departure(.propertyMissing, in: manifest.file, value: "file.\(binding.name)"))
        }
        let isListed = said == "bulk" || said == "delta"
        guard let file else {
            if isListed {
                tellOfPackage(
                    Departure(
                        .fileListedButAbsent, in: manifest.file, line: property?.line, column: "value", value: said,
                        expected: "\(binding.name).csv", repair: .manifestMismatch))
            }
            return
        }
        if !isListed { layout.unlisted.insert(binding.name) }
        if !isListed, property == nil || said == "absent" {
            tellOfPackage(
                Departure(
                    .fileNotListed, in: file.name, line: nil, value: property?.value,
                    expected: "file.\(binding.name)", repair: .manifestMismatch))
        }
        // A file that nobody called bulk may be part of one: as a delta it removes nothing.
        let mode: RosterMode = said == "bulk" ? .bulk : said == "delta" ? .delta : .bulk
        layout.parts.append(.init(binding: binding, file: file, mode: mode))
        layout.modes[binding.name] = mode
    }
}
