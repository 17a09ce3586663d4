package care.baton.fhir.exchange;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Objects;

/** Whether an address leads to the one server that we speak to: scheme, host, port and path prefix. */
final class Origin {

    /** As long as a line that we read may be. */
    private static final int LONGEST = 16_384;

    private Origin() {}

    static boolean same(URI base, String address) {
        try {
            URI uri = new URI(address);
            String path = uri.getRawPath() == null ? "" : uri.getRawPath();
            String prefix = base.getRawPath() == null ? "" : base.getRawPath();
            String folder = prefix.endsWith("/") ? prefix : prefix + "/";
            return address.length() <= LONGEST
                    && address.chars().allMatch(c -> c > ' ' && c <= '~')
                    && Objects.equals(uri.getScheme(), base.getScheme())
                    && uri.getHost() != null
                    && uri.getHost().equalsIgnoreCase(base.getHost())
                    && port(uri) == port(base)
                    && uri.getRawUserInfo() == null
                    && uri.getRawFragment() == null
                    && (path + "/").startsWith(folder)
                    && !climbs(path);
        } catch (URISyntaxException notAnAddress) {
            return false;
        }
    }

    private static boolean climbs(String path) {
        for (String part : path.split("/", -1)) {
            String plain = part.toLowerCase(Locale.ROOT).replace("%2e", ".");
            if (plain.equals("..")
                    || plain.equals(".")
                    || plain.contains("%2f")
                    || plain.contains("%5c")
                    || plain.contains("\\")) {
                return true;
            }
        }
        return false;
    }

    private static int port(URI uri) {
        if (uri.getPort() >= 0) {
            return uri.getPort();
        }
        return "https".equals(uri.getScheme()) ? 443 : 80;
    }
}
