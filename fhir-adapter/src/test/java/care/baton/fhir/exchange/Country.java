package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.evidence.Entry;
import care.baton.fhir.exchange.HonestServer.Asked;
import care.baton.fhir.partner.PartnerProfile;
import care.baton.handoff.Answer;
import care.baton.handoff.Course;
import care.baton.handoff.HandoffEvent.DecisionOvertaken;
import care.baton.handoff.Kinds;
import care.baton.handoff.Offer;
import care.baton.obligation.Obligation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Two houses, each with a store of its own, one server, and what must hold of the three at any moment. */
final class Country implements AutoCloseable {

    /** What a house names when the Task says what nobody of the two has decided, or what it cannot follow. */
    private static final Set<String> CONFLICTS = Set.of(
            "held-after-end",
            "accepted-in-our-name",
            "no-longer-says-we-hold",
            "ended-in-our-name",
            "cancellation-asked",
            "held-in-doubt",
            "accepted-in-doubt",
            "accepted-by-another",
            "accepted-with-other-content",
            "content-changed",
            "changed-after-close");

    private static final int ROUNDS = 60;

    final HonestServer server;
    final Cable senders;
    final Cable receivers;
    final House sender;
    final House receiver;
    Instant now = Two.START;

    /** What goes wrong with an exchange of a house. */
    Function<Asked, Fault> weather = asked -> Fault.NONE;

    /** Whether somebody who does not use Baton has answered for the receiver, or has undone what it answered. */
    boolean spokenFor;

    int exchanges;

    Country(PartnerProfile profile) {
        this.server = new HonestServer(serverTime());
        server.put("ServiceRequest", "s1", TwoSites.order());
        this.senders = new Cable(server, this::meets);
        this.receivers = new Cable(server, this::meets);
        this.sender = new House(Two.senders(profile), senders, now);
        this.receiver = new House(Two.receivers(profile), receivers, now);
    }

    private Fault meets(Asked asked) {
        exchanges++;
        return weather.apply(asked);
    }

    /** The server's clock is not ours. */
    private Instant serverTime() {
        return now.minusSeconds(37);
    }

    void passes(Duration time) {
        now = now.plus(time);
        server.now = serverTime();
    }

    List<House> houses() {
        return List.of(receiver, sender);
    }

    /** One turn of a house's loop: it looks, and says what it owes until nothing is owed; whether anything was. */
    boolean turn(House house) {
        int before = house.entries();
        house.hears(house.sends(house.poll()), now);
        house.exchange.listen(house.record, house.links).ifPresent(listen -> house.hears(house.sends(listen), now));
        boolean busy = false;
        for (int i = 0; i < ROUNDS; i++) {
            List<Request> requests = house.plans(now);
            if (requests.isEmpty()) {
                return busy || house.entries() > before;
            }
            busy = true;
            for (Request request : requests) {
                house.hears(house.sends(request), now);
                look();
            }
        }
        throw new AssertionError("it goes round and round");
    }

    /** Everything that was held up arrives, nothing goes wrong any more, and both look until nothing is owed. */
    void calms() {
        weather = asked -> Fault.NONE;
        for (Cable cable : List.of(senders, receivers)) {
            while (!cable.strays.isEmpty()) {
                cable.arrives(0);
            }
        }
        int quiet = 0;
        for (int round = 0; round < ROUNDS && quiet < 2; round++) {
            passes(Duration.ofMinutes(40));
            boolean busy = false;
            for (House house : houses()) {
                house.dies = point -> false;
                busy |= turn(house);
                look();
            }
            quiet = busy || houses().stream().anyMatch(this::waits) ? 0 : quiet + 1;
        }
        assertThat(quiet).as("it does not come to rest").isEqualTo(2);
    }

    /** What may have left is asked for later and later. */
    private boolean waits(House house) {
        return house.links.all().stream().anyMatch(l -> l.tried() > 0 && l.waits(now));
    }

    /** Exactly one owner in each record; between the two an overlap perhaps, a gap never. */
    void look() {
        for (House house : houses()) {
            long open = house.record.chart().obligations().open().stream()
                    .filter(o -> o.key().kind().equals(Kinds.ACTION))
                    .count();
            assertThat(open).as("one owner").isEqualTo(house.talks().isPresent() && !ended(house) ? 1 : 0);
        }
        if (sender.talks().isEmpty() || ended(sender) || ended(receiver)) {
            return;
        }
        assertThat(sender.holds(now) || receiver.holds(now) || awaitsConfirmation() || (spokenFor && lastReadAsHeld()))
                .as("nobody holds it")
                .isTrue();
    }

    private static boolean ended(House house) {
        return house.talks().filter(t -> t.course().isEnded()).isPresent();
    }

    private boolean awaitsConfirmation() {
        return receiver.talks().stream()
                .flatMap(t -> t.offers().values().stream())
                .filter(o -> o.intended()
                        .filter(i -> i.answer() instanceof Answer.Accept)
                        .isPresent())
                .flatMap(o -> receiver.links.get(LinkKey.task("handoff-1", o.number())).stream())
                .flatMap(l -> l.id().stream())
                .anyMatch(id -> server.all("Task").stream()
                        .anyMatch(t -> t.path("id").asText().equals(id)
                                && t.path("status").asText().equals("accepted")));
    }

    /** The last version that the sender has read of one of its Tasks says that they hold it. */
    private boolean lastReadAsHeld() {
        return sender.links.all().stream()
                .filter(l -> l.key().type().equals("Task"))
                .flatMap(l -> l.task().stream())
                .anyMatch(t -> t.status().filter(s -> s.saysHeld()).isPresent());
    }

    /** At rest: nothing is under way for ever, nothing was created twice or written blindly, and both agree. */
    void agrees() {
        assertThat(server.blind).as("written without If-Match").isZero();
        assertThat(server.doubled()).as("created twice").isZero();
        for (House house : houses()) {
            assertThat(house.links.all().stream()
                            .filter(l -> l.tried() > 0)
                            .map(l -> l.key().part()))
                    .as("sent, and never looked after")
                    .isEmpty();
        }
        if (sender.talks().isEmpty()) {
            return;
        }
        boolean same = stands(sender).equals(stands(receiver)) && sender.holds(now) != receiver.holds(now);
        assertThat(same || isClosed() || wasNeverAsked() || !named().isEmpty())
                .as("they differ and name nothing: " + verdict())
                .isTrue();
        for (House house : houses()) {
            assertThat(pending(house).isEmpty() || !named().isEmpty() || asksInVain(house))
                    .as("for ever under way: " + verdict())
                    .isTrue();
        }
    }

    /**
     * How the last offer and the whole stand. Questions and proposals are for people to carry over, and that somebody
     * has begun changes nothing between the two.
     */
    private static String stands(House house) {
        return house.talks()
                .map(talks -> talks.current()
                                .map(Country::state)
                                .orElse("")
                                .replaceAll("Clarifying|Proposed", "Awaiting")
                                .replaceAll(" pending", "")
                        + ": "
                        + (talks.course() == Course.STARTED ? Course.HELD : talks.course()))
                .orElse("nothing");
    }

    /** The receiver has read that the sender has it back as done; that the sender then confirms it is not told. */
    private boolean isClosed() {
        return stands(sender).endsWith(": CLOSED")
                && stands(receiver).equals(stands(sender).replace("CLOSED", "VALIDATING"));
    }

    /** Each Task had ended before the receiver first looked. */
    private boolean wasNeverAsked() {
        return receiver.talks().isEmpty()
                && sender.holds(now)
                && server.all("Task").stream()
                        .allMatch(t -> List.of("cancelled", "rejected", "failed", "completed")
                                .contains(t.path("status").asText()));
    }

    /** A decision for which the Task has no way as it stands: that it is still waited for is owed, and due. */
    private static boolean asksInVain(House house) {
        return house.record.chart().obligations().open().stream()
                .anyMatch(o -> o.key().kind().equals(Kinds.CONFIRMATION));
    }

    private static List<String> pending(House house) {
        return house.talks().stream()
                .flatMap(t -> t.offers().values().stream())
                .filter(o -> o.intended().isPresent() || o.withdrawing().isPresent())
                .map(o -> "offer " + o.number())
                .toList();
    }

    /** What is named of the conflict; both may see it. */
    Set<String> named() {
        Set<String> named = new TreeSet<>();
        for (House house : houses()) {
            house.issues.stream().filter(CONFLICTS::contains).forEach(named::add);
            named.addAll(house.doubts);
            lost(house).forEach(named::add);
        }
        return named;
    }

    /** What both say in the end, whose it is, what stands on the server, and what somebody has to look at. */
    String end() {
        return says(sender)
                + sender.holds(now)
                + says(receiver)
                + receiver.holds(now)
                + looks(sender)
                + looks(receiver)
                + Stream.of("Task", "CommunicationRequest", "ServiceRequest")
                        .flatMap(type -> server.all(type).stream())
                        .map(r -> r.path("resourceType").asText() + " "
                                + r.path("status").asText())
                        .toList();
    }

    /** What both say in the end, and what was named. */
    String verdict() {
        return says(sender) + (sender.holds(now) ? " +" : " -") + " / " + says(receiver)
                + (receiver.holds(now) ? " +" : " -") + " " + named() + " server "
                + server.all("Task").stream()
                        .map(t -> t.path("status").asText())
                        .collect(Collectors.joining(","))
                + " " + sender.endpoint.profile().name() + " looks " + looks(sender) + looks(receiver) + " issues "
                + sender.issues + receiver.issues + " refused "
                + houses().stream()
                        .flatMap(h -> h.links.all().stream())
                        .flatMap(l -> l.refused().stream())
                        .toList();
    }

    /** How each offer and the whole stand in its record. */
    String says(House house) {
        return house.talks()
                .map(talks ->
                        talks.offers().values().stream().map(Country::state).collect(Collectors.joining(", ")) + ": "
                                + talks.course())
                .orElse("nothing");
    }

    private static String state(Offer offer) {
        return offer.state().getClass().getSimpleName()
                + (offer.intended().isPresent() || offer.withdrawing().isPresent() ? " pending" : "");
    }

    private static List<String> lost(House house) {
        return StreamSupport.stream(house.record.ledger().entries().spliterator(), false)
                .map(Entry::event)
                .filter(DecisionOvertaken.class::isInstance)
                .map(DecisionOvertaken.class::cast)
                .map(e -> e.decision() + "-overtaken-" + e.reason())
                .toList();
    }

    /** What somebody of a house has to look at. */
    static List<String> looks(House house) {
        return house.record.chart().obligations().open().stream()
                .map(Obligation::key)
                .filter(k -> k.kind().equals(Kinds.LOOK_INTO))
                .map(k -> k.subject())
                .toList();
    }

    @Override
    public void close() {
        houses().forEach(House::closes);
    }
}
