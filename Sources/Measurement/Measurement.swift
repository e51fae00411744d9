package import Charts
package import Communities
package import Database
package import Ground
package import Hummingbird
package import Programmes
package import Web

/// Measuring together: results and counts that schools bring in, and the protected picture the community sees of them.
package struct Measuring: Feature {
    let site: Site
    let communities: Communities
    /// Where every protected number comes from.
    package let maker: PictureMaker
    let fragments = Kept<PictureFragment.Key, PictureFragment>(limit: 200)
    /// What the community aims for in a measure. Aims stand above this feature, so that it is told of them.
    let aim: @Sendable (Transaction, CommunityID, Pack.Measure) throws -> Goal?

    package init(
        communities: Communities,
        aim: @escaping @Sendable (Transaction, CommunityID, Pack.Measure) throws -> Goal? = { _, _, _ in nil }
    ) {
        (site, self.communities, self.aim) = (communities.site, communities, aim)
        maker = PictureMaker(database: communities.site.database)
    }

    package var migrations: [Migration] { MeasurementSchema.migrations + CalendarSchema.migrations }

    package var rooms: [Room] {
        [
            Room(PictureWords.title, isPublic: true, path: PicturePath.picture),
            Room(CalendarWords.title, path: CalendarPath.calendar),
            Room(
                IntakeWords.room,
                shownIf: { viewer, _ in !viewer.organisations(as: [.principal, .leadTeacher]).isEmpty },
                path: IntakePath.room),
            Room(
                LearnerExportWords.room,
                shownIf: { viewer, _ in !viewer.organisations(as: [.principal, .leadTeacher]).isEmpty },
                path: LearnerExportPath.exports),
            Room(
                SignOffWords.title,
                shownIf: { viewer, id in
                    viewer.standings(in: id).contains { [.leader, .principal, .leadTeacher].contains($0) }
                }, path: PicturePath.signOffs),
        ]
    }

    package func addRoutes(to router: Router<Context>, api: RouterGroup<Context>) {
        addPictureRoutes(to: router, api: api)
        addIntakeRoutes(to: router, api: api)
        addSignOffRoutes(to: router)
        addCountRoutes(to: router)
        addCalendarRoutes(to: router, api: api)
        addTermDatesRoutes(to: router)
        addLearnerExportRoutes(to: router)
    }
}
