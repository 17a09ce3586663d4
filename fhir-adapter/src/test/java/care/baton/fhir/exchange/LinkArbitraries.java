package care.baton.fhir.exchange;

import care.baton.fhir.partner.Party;
import care.baton.outcome.Code;
import care.baton.party.Digest;
import care.baton.party.Sensitive;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Links of every kind that a host may have stored, each made from a seed. */
final class LinkArbitraries {

    private static final List<String> TYPES = List.of("Task", "CommunicationRequest", "ServiceRequest");
    private static final String ID = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-.";
    private static final List<String> WORDS = List.of(
            "{\"resourceType\":\"Task\"}",
            "{\"a\":\"quote \\\" and \\\\ and \\u0001 and line\\nend\"}",
            "\u00e9\u4e2d\ud83d\ude00",
            "x".repeat(262_144),
            "null");

    private LinkArbitraries() {}

    static Link link(long seed) {
        Random random = new Random(seed);
        boolean known = random.nextInt(4) > 0;
        long requests = random.nextInt(3) == 0 ? Math.abs(random.nextLong() / 2) : random.nextInt(5);
        Sensitive seen = seen(random);
        return new Link(
                new LinkKey(
                        TYPES.get(random.nextInt(TYPES.size())),
                        "h-" + random.nextInt(50) + "/\"\u00fc",
                        "offer-" + random.nextInt(9)),
                known ? Optional.of(id(random)) : Optional.empty(),
                known && random.nextBoolean() ? Optional.of(id(random)) : Optional.empty(),
                seen,
                random.nextBoolean() ? seen : seen(random),
                random.nextBoolean() ? requests : 0,
                requests,
                random.nextInt(6),
                random.nextBoolean() ? Optional.of(digest(random)) : Optional.empty(),
                random.nextBoolean() ? Optional.of(id(random)) : Optional.empty(),
                random.nextBoolean() ? List.of(Party.values()).subList(0, random.nextInt(3)) : List.of(),
                random.nextInt(3) == 0 ? Long.MAX_VALUE : random.nextInt(9),
                random.nextInt(3) == 0 ? Integer.MAX_VALUE : random.nextInt(9),
                random.nextBoolean()
                        ? Optional.of(Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000)))
                        : Optional.empty(),
                random.nextBoolean() ? Optional.of(Code.of("code-" + random.nextInt(9))) : Optional.empty(),
                random.nextBoolean() ? Optional.of(Instant.ofEpochSecond(random.nextInt())) : Optional.empty());
    }

    private static Sensitive seen(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> Sensitive.none();
            case 1 -> Sensitive.removed(digest(random));
            default -> Sensitive.of(WORDS.get(random.nextInt(WORDS.size())));
        };
    }

    private static Digest digest(Random random) {
        return Digest.of(Long.toString(random.nextLong()).getBytes(StandardCharsets.US_ASCII));
    }

    private static String id(Random random) {
        StringBuilder id = new StringBuilder("v");
        for (int i = random.nextInt(63); i > 0; i--) {
            id.append(ID.charAt(random.nextInt(ID.length())));
        }
        return id.toString();
    }
}
