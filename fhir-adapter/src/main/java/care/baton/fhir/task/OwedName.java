package care.baton.fhir.task;

import care.baton.obligation.Key;
import care.baton.outcome.Code;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The name under which something owed stands on a server: the same however often it is worked out, and read back. */
final class OwedName {

    private OwedName() {}

    static String of(Key key) {
        return encoded(key.cause()) + "/" + key.kind() + "/" + encoded(key.subject()) + "/" + key.occurrence();
    }

    static Optional<Key> read(String name) {
        String[] parts = name.split("/", 5);
        try {
            return parts.length == 4
                    ? Optional.of(new Key(
                            decoded(parts[0]), Code.of(parts[1]), decoded(parts[2]), Integer.parseInt(parts[3])))
                    : Optional.empty();
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8);
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part, StandardCharsets.UTF_8);
    }
}
