package care.baton.record;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.obligation.Key;
import care.baton.obligation.Obligation;
import care.baton.obligation.Obligations;
import care.baton.obligation.Suspension;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Asked at single instants, one by one: who held what a piece of time is charged for, and what its clock waited for. */
final class ChargedLaw {

    private ChargedLaw() {}

    static void heldByWhomItIsChargedTo(Obligations owed, Wait piece) {
        Optional<Obligation> charged = owed.get(piece.key());
        if (charged.isPresent() && piece.holder().isPresent()) {
            Obligation o = charged.get();
            Instant middle = piece.from().plus(piece.length().dividedBy(2));
            if (!middle.isBefore(o.since())) {
                assertThat(o.tenure().holderAt(middle).orElseThrow())
                        .isEqualTo(piece.holder().get());
            }
        }
    }

    /** While a clock stood still its own holder is never charged: whoever held what it waited for is. */
    static void waitedForNobodyElse(Obligations owed, Wait piece) {
        Instant middle = piece.from().plus(piece.length().dividedBy(2));
        Optional<Obligation> charged = owed.get(piece.key());
        boolean lives = charged.filter(o -> o.endedAt().map(middle::isBefore).orElse(true))
                .isPresent();
        if (lives && piece.holder().isPresent()) {
            assertThat(waits(charged.get(), middle)).isEmpty();
        }
    }

    private static List<Key> waits(Obligation o, Instant instant) {
        Optional<Suspension> last = Optional.empty();
        for (Suspension change : o.suspensions()) {
            last = change.from().isAfter(instant) ? last : Optional.of(change);
        }
        return last.map(Suspension::by).orElse(List.of());
    }
}
