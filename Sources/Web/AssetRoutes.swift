import HTTPTypes
package import Hummingbird
import Interface
import NIOCore

/// Serves the stylesheet, the script and the icon, each under a name that changes with its content.
package func addAssetRoutes(to router: Router<Context>) {
    for asset in Asset.all {
        router.get(RouterPath(asset.path)) { request, _ -> Response in
            let tag = "\"\(asset.path.split(separator: "/").last ?? "")\""
            let headers: HTTPFields = [
                .contentType: asset.mediaType, .cacheControl: "public, max-age=31536000, immutable", .eTag: tag,
            ]
            if request.headers[.ifNoneMatch] == tag { return Response(status: .notModified, headers: headers) }
            return Response(status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: asset.bytes)))
        }
    }
}
