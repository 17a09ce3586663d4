package care.baton.fhir.exchange;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whether an address leads to the one server that we speak to: scheme, host, port and path prefix. */
final class Origin {

    /** As long as a line that we read may be. */
    private static final int LONGEST = 16_384;

    /** What divides parts, what a second decoding would find, and what stands for bytes that are no text. */
    private static final String NOT_IN_A_PART = "/\\%\uFFFD";

    private static final Pattern SPACE = Pattern.compile("\\p{Z}");

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
                    && !climbs(path.substring(Math.min(folder.length(), path.length())));
        } catch (URISyntaxException notAnAddress) {
            return false;
        }
    }

    /** Whether some server may read one of the parts as the folder above. */
    private static boolean climbs(String path) {
        return Stream.of(path.split("/", -1)).anyMatch(Origin::mayClimb);
    }

    /**
     * A server may decode a part once or twice, cut off what follows a semicolon, leave out spaces, and take a character
     * for the plainer one that it looks like.
     */
    private static boolean mayClimb(String part) {
        String plain = Normalizer.normalize(URLDecoder.decode(part, StandardCharsets.UTF_8), Normalizer.Form.NFKC);
        String name = SPACE.matcher(plain.split(";", -1)[0]).replaceAll("");
        return name.equals(".")
                || name.equals("..")
                || plain.chars().anyMatch(c -> Character.isISOControl(c) || NOT_IN_A_PART.indexOf(c) >= 0);
    }

    private static int port(URI uri) {
        if (uri.getPort() >= 0) {
            return uri.getPort();
        }
        return "https".equals(uri.getScheme()) ? 443 : 80;
    }
}
