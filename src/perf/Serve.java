import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;

/** Serves a folder on 127.0.0.1 until standard input ends; prints the port. */
public final class Serve {

    public static void main(String... arguments) throws IOException {
        Path folder = Path.of(arguments[0]).toAbsolutePath().normalize();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newFixedThreadPool(8));
        server.createContext("/", exchange -> {
            try (exchange) {
                Path file = folder.resolve(exchange.getRequestURI().getPath().substring(1)).normalize();
                if (file.startsWith(folder) && Files.isRegularFile(file)) {
                    byte[] content = Files.readAllBytes(file);
                    exchange.sendResponseHeaders(200, content.length == 0 ? -1 : content.length);
                    exchange.getResponseBody().write(content);
                } else {
                    exchange.sendResponseHeaders(404, -1);
                }
            }
        });
        server.start();
        System.out.println(server.getAddress().getPort());
        System.in.transferTo(java.io.OutputStream.nullOutputStream());
        server.stop(0);
        System.exit(0);
    }
}
