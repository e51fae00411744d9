package import Hummingbird
package import Web

/// The router of an installation: every feature's routes behind the same guards, in the same order.
///
/// The order matters: the headers go on whatever is answered, errors become pages for whoever is reading, and no
/// feature sees an unsafe request that did not come from our own pages.
package func assemble(
    _ features: [any Feature], menu: [MenuGroup], site: Site, seats: [DemoSeat] = [],
    openly addOpenRoutes: (Router<Context>) -> Void = { _ in }
) -> Router<Context> {
    // Whoever asks with HEAD is told what a GET would say.
    let router = Router(context: Context.self, options: .autoGenerateHeadEndpoints)
    router.add(middleware: SecurityHeaders(isSecure: site.settings.isSecure))
    addOpenRoutes(router)
    addAssetRoutes(to: router)
    router.add(middleware: Preparation(menu: menu, trustedProxies: site.settings.trustedProxies))
    router.add(middleware: ErrorPages())
    router.add(middleware: Sessions(site: site, seats: seats))
    // Again, now that it is known who is looking: what goes wrong from here on is said within their own frame.
    router.add(middleware: ErrorPages())
    router.add(middleware: UnsafeRequests(settings: site.settings))
    let api = router.group("api/v1")
    for feature in features { feature.addRoutes(to: router, api: api) }
    return router
}
