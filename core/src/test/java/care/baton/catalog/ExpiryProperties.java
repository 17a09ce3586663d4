package care.baton.catalog;

import static care.baton.catalog.Scene.RUN;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.obligation.Obligation;
import care.baton.outcome.Code;
import care.baton.record.CoordinationRecord;
import care.baton.record.Keys;
import care.baton.record.RecordCommand.Fulfil;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** An authorization that is given for a while, however often its end is moved and whatever has been done about it. */
class ExpiryProperties {

    private static final Code KIND = Code.of("reassess-authorization");
    private static final UnderAuthorizedTest ROAD = new UnderAuthorizedTest();

    /** A day from 1 to 9 sets or moves the end; 0 does what is owed by then. */
    @Property(tries = 60)
    void atMostOneIsOwedAndByTheEndThatStandsNow(
            @ForAll @Size(max = 6) List<@IntRange(min = 0, max = 9) Integer> moves) {
        Scene scene = ROAD.at(1);
        Optional<Instant> owed = Optional.empty();
        Optional<Instant> stands = Optional.empty();
        for (int move : moves) {
            if (move > 0) {
                Instant end = scene.now().plus(Duration.ofDays(move));
                scene.says("authorization-team", "authorized-until", end.toString());
                owed = stands.equals(Optional.of(end)) ? owed : Optional.of(end);
                stands = Optional.of(end);
            } else if (owed.isPresent()) {
                scene.knows("case-manager", "authorization-reassessment")
                        .does("case-manager", new Fulfil(open(scene).get(0).key()));
                owed = Optional.empty();
            }
            assertThat(open(scene))
                    .extracting(Obligation::due)
                    .isEqualTo(owed.stream().toList());
        }
        CoordinationRecord again = CoordinationRecord.restore(
                        scene.record().id(), scene.record().ledger().entries().toList())
                .orThrow()
                .state();
        assertThat(again).isEqualTo(scene.record());
    }

    private static List<Obligation> open(Scene scene) {
        return scene.record().chart().obligations().openOf(Keys.cause(RUN), KIND);
    }
}
