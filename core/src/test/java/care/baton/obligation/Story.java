package care.baton.obligation;

import care.baton.escalation.Escalation;
import care.baton.outcome.Code;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.party.PersonId;
import care.baton.time.BusinessDays;
import care.baton.time.Daily;
import care.baton.time.DueRule;
import care.baton.time.Elapsed;
import care.baton.time.ServiceCalendar;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What came of some moves, step by step. Before each move, all that is due by then is heard. */
final class Story {

    static final Instant START = Instant.parse("2024-03-01T09:00:00Z");

    static final ServiceCalendar CALENDAR = new ServiceCalendar(
            ZoneId.of("Europe/Dublin"),
            List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY),
            LocalTime.of(9, 0),
            LocalTime.of(17, 0),
            List.of());

    static final List<Holder> HOLDERS = List.of(
            holder("hospital", "discharge-planner"),
            holder("hospital", "discharge-planner").heldBy(Optional.of(PersonId.of("p1"))),
            holder("provider", "intake-manager"),
            holder("provider", "supervisor").heldBy(Optional.of(PersonId.of("p2"))),
            holder("provider", "supervisor").heldBy(Optional.of(PersonId.of("p3"))),
            holder("funder", "case-manager"));

    static final List<DueRule> RULES = List.of(
            new BusinessDays(1),
            new Daily(LocalTime.of(16, 0), false),
            new Elapsed(Duration.ofHours(7)),
            new BusinessDays(3));

    static final Code MOVED = Code.of("moved");
    static final Code DONE_WITH = Code.of("no-longer-needed");

    /**
     * One step.
     *
     * @param move what was asked; empty when time alone went on
     * @param now the host's clock
     * @param before what was owed before
     * @param events what happened
     * @param after what was owed then
     */
    record Step(
            Optional<Move> move, Instant now, Obligations before, List<ObligationEvent> events, Obligations after) {}

    private final List<Step> steps = new ArrayList<>();
    private Obligations state = Obligations.none();
    private Instant now = START;

    private Story() {}

    static Story of(List<Move> moves) {
        Story story = new Story();
        moves.forEach(story::play);
        return story;
    }

    List<Step> steps() {
        return steps;
    }

    Obligations state() {
        return state;
    }

    Instant now() {
        return now;
    }

    List<ObligationEvent> events() {
        return steps.stream().flatMap(s -> s.events().stream()).toList();
    }

    /** The moves, to play it again. */
    @Override
    public String toString() {
        return steps.stream().flatMap(s -> s.move().stream()).toList().toString();
    }

    /** Everything that is or was owed, in order. */
    static List<Obligation> all(Obligations state) {
        return Stream.concat(state.open().stream(), state.ended().stream()).toList();
    }

    static Obligations fold(Obligations from, List<ObligationEvent> events) {
        Obligations state = from;
        for (ObligationEvent event : events) {
            state = state.evolve(event);
        }
        return state;
    }

    static Obligations advance(Obligations state, Instant now) {
        return fold(state, Escalation.due(state, now, CALENDAR));
    }

    static Key key(int name) {
        return Key.of("case-1", Code.of("response"), String.valueOf(name));
    }

    private void play(Move move) {
        now = now.plus(move.after());
        step(Optional.empty(), Escalation.due(state, now, CALENDAR));
        step(Optional.of(move), ask(move));
    }

    private void step(Optional<Move> move, List<ObligationEvent> events) {
        Obligations before = state;
        state = fold(before, events);
        steps.add(new Step(move, now, before, events, state));
    }

    private List<ObligationEvent> ask(Move move) {
        Optional<Key> which = pick(move.first());
        Optional<Key> other = pick(move.second());
        if (move.what() == Move.What.OPEN || move.what() == Move.What.OPEN_RECURRING) {
            return opening(move).on(state, now);
        }
        if (which.isEmpty() || other.isEmpty()) {
            return List.of();
        }
        if (move.what() == Move.What.SUSPEND || move.what() == Move.What.END_WAIT) {
            return suspending(move);
        }
        Key key = which.get();
        return switch (move.what()) {
            case PASS -> Passing.to(state, key, seat(move.third()), MOVED, now, CALENDAR);
            case PROPOSE -> Passing.proposed(state, key, PersonId.of("p" + move.third()));
            case DISCHARGE -> Ending.discharged(state, key, now, CALENDAR);
            case RELEASE -> Ending.released(state, key, DONE_WITH, now, CALENDAR);
            case REPLACE -> Ending.replaced(state, key, other.get(), now, CALENDAR);
            default -> List.of();
        };
    }

    /** Something open waits for something else that is, or what something waits for is done. */
    private List<ObligationEvent> suspending(Move move) {
        boolean begins = move.what() == Move.What.SUSPEND;
        List<Obligation> some =
                state.open().stream().filter(o -> begins || o.isSuspended()).toList();
        if (some.isEmpty()) {
            return List.of();
        }
        Obligation waiter = some.get(Math.floorMod(move.first(), some.size()));
        Key other = some.get(Math.floorMod(move.second(), some.size())).key();
        return begins
                ? Passing.suspended(state, waiter.key(), other, now)
                : Ending.discharged(state, waiter.suspendedBy().get(0), now, CALENDAR);
    }

    private Opening opening(Move move) {
        Opening opening = new Opening(
                key(move.first()),
                move.second() % 2 == 0
                        ? Optional.empty()
                        : pick(move.second() / 2).filter(k -> !k.equals(key(move.first()))),
                seat(move.third()),
                seat(move.third() / 2),
                now.plus(move.length()),
                Optional.empty(),
                move.second() % 3 == 0 ? Duration.ofHours(4) : Duration.ZERO,
                route(move.third() + move.first()),
                List.of(),
                Optional.empty());
        return move.what() == Move.What.OPEN ? opening : opening.recurring(rule(move.third()));
    }

    private Optional<Key> pick(int number) {
        List<Obligation> all = all(state);
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(all.get(Math.floorMod(number, all.size())).key());
    }

    private static Route route(int number) {
        List<Level> levels = List.of(
                new Level(Duration.ZERO, seat(number), rule(number)),
                new Level(Duration.ofHours(20), seat(number + 1), rule(number + 1)),
                new Level(Duration.ofDays(4), seat(number + 2), rule(number + 2)));
        return new Route(levels.subList(0, number % 4), rule(number / 4));
    }

    private static Holder seat(int number) {
        return HOLDERS.get(Math.floorMod(number, HOLDERS.size()));
    }

    private static DueRule rule(int number) {
        return RULES.get(Math.floorMod(number, RULES.size()));
    }

    private static Holder holder(String organization, String role) {
        return Holder.of(OrganizationId.of(organization), Code.of(role));
    }
}
