extension PackShelf {
    /// The files of the packs that come with the program, built into it.
    package static let shippedFiles = [
        File(name: "community-of-practice.yaml", bytes: PackageResources.community_of_practice_yaml),
        File(name: "collective-advantage.yaml", bytes: PackageResources.collective_advantage_yaml),
        File(name: "demo-tools.yaml", bytes: PackageResources.demo_tools_yaml),
    ]
}
