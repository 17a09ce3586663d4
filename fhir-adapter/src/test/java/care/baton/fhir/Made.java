package care.baton.fhir;

import care.baton.outcome.Code;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.party.PersonId;
import care.baton.party.Sensitive;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/** Values of the domain, each made from a seed; {@code -Dbaton.roundtrips} says how many go round. */
public final class Made {

    /** How often something is written and read again. */
    public static final int TRIPS = Integer.getInteger("baton.roundtrips", 2_000);

    private static final Instant START = Instant.parse("2026-03-02T15:00:00Z");
    private static final String LETTERS = "abc \"\\\n\t<&>{}[]:,'/\u00e9\u00df\u4e2d\u0627";

    private Made() {}

    /** Each trip from a seed of its own. */
    public static void trips(Consumer<Random> trip) {
        SplittableRandom seeds = new SplittableRandom(15);
        for (int i = 0; i < TRIPS; i++) {
            long seed = seeds.nextLong();
            try {
                trip.accept(new Random(seed));
            } catch (AssertionError no) {
                throw new AssertionError("seed " + seed + ": " + no.getMessage(), no);
            }
        }
    }

    public static Code code(Random random, String stem) {
        return Code.of(stem + "-" + random.nextInt(99));
    }

    public static Instant instant(Random random) {
        return START.plusSeconds(random.nextInt(99_999_999)).plusNanos(random.nextInt(1_000_000_000));
    }

    public static String words(Random random) {
        StringBuilder text = new StringBuilder("x");
        for (int i = random.nextInt(40); i > 0; i--) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    public static Sensitive maybe(Random random) {
        return random.nextBoolean() ? Sensitive.of(words(random)) : Sensitive.none();
    }

    /** An organization by address or by the host's own number, with somebody in the role or nobody. */
    public static Holder holder(Random random) {
        String house = List.of("Organization/o" + random.nextInt(9), "house-" + random.nextInt(9), "urn:x/y")
                .get(random.nextInt(3));
        String person = List.of("Practitioner/n" + random.nextInt(9), "n-" + random.nextInt(9))
                .get(random.nextInt(2));
        return Holder.of(OrganizationId.of(house), code(random, "role"))
                .heldBy(random.nextBoolean() ? Optional.of(PersonId.of(person)) : Optional.empty());
    }
}
