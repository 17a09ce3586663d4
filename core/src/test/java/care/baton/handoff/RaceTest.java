package care.baton.handoff;

import static care.baton.handoff.HandoffTest.accept;
import static care.baton.handoff.Parties.COORDINATOR;
import static care.baton.handoff.Parties.HOME_CARE;
import static care.baton.handoff.Parties.INTAKE;
import static care.baton.handoff.Parties.MONDAY;
import static care.baton.handoff.Parties.OTHER_PLAN;
import static care.baton.handoff.Parties.PRACTICE;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.handoff.HandoffCommand.OfferHandoff;
import care.baton.handoff.HandoffCommand.WithdrawOffer;
import care.baton.outcome.Outcome;
import care.baton.party.Act;
import care.baton.party.CommandId;
import care.baton.party.HandoffId;
import care.baton.party.Holder;
import care.baton.time.Stamp;
import care.baton.trace.Promise;
import care.baton.trace.Requirement;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Two at once on one version, with a host that stores only onto the version it has read. */
class RaceTest {

    private static final int RACES = 400;

    private static Outcome<Handoff, Recorded> decide(Handoff handoff, String id, Holder by, HandoffCommand command) {
        return handoff.decide(command, Act.of(CommandId.of(id), by, Stamp.at(MONDAY)), PRACTICE);
    }

    /** Decides, stores if nobody else has, and else looks again: as a host does. */
    private static boolean done(AtomicReference<Handoff> store, String id, Holder by, HandoffCommand command) {
        while (true) {
            Handoff read = store.get();
            Outcome<Handoff, Recorded> outcome = decide(read, id, by, command);
            Handoff after = outcome.fold(done -> done.state(), no -> read);
            if (store.compareAndSet(read, after)) {
                return outcome.isApplied();
            }
        }
    }

    @Test
    @Requirement("OWN-34")
    @Promise(7)
    void ofAnAcceptanceAndAWithdrawalAtOnceExactlyOneCounts() throws Exception {
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            for (int race = 0; race < RACES; race++) {
                Handoff offered = decide(
                                Handoff.of(HandoffId.of("race")),
                                "offer",
                                COORDINATOR,
                                OfferHandoff.firm(INTAKE, HOME_CARE))
                        .orThrow()
                        .state();
                AtomicReference<Handoff> store = new AtomicReference<>(offered);
                CyclicBarrier start = new CyclicBarrier(2);
                List<Future<Boolean>> both = List.of(
                        two.submit(() -> {
                            start.await();
                            return done(store, "accept", INTAKE, accept(1));
                        }),
                        two.submit(() -> {
                            start.await();
                            return done(store, "withdraw", COORDINATOR, new WithdrawOffer(1, OTHER_PLAN));
                        }));
                both.get(0).get();
                boolean withdrawn = both.get(1).get();

                OfferState state =
                        store.get().negotiation().current().orElseThrow().state();
                assertThat(state).isInstanceOf(withdrawn ? OfferState.Withdrawn.class : OfferState.Accepted.class);
                assertThat(store.get().owner()).contains(withdrawn ? COORDINATOR : INTAKE);
            }
        } finally {
            two.shutdownNow();
        }
    }
}
