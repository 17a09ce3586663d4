package care.baton.obligation;

import care.baton.escalation.Escalation;
import care.baton.outcome.Code;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.time.BusinessDays;
import care.baton.time.DueRule;
import care.baton.time.Elapsed;
import care.baton.time.ServiceCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A hospital, a provider and what they owe each other, from a Monday at nine on. */
public final class Cases {

    /** Monday, nine o'clock. */
    public static final Instant MONDAY = Instant.parse("2024-03-04T09:00:00Z");

    /** Who refers. */
    public static final Holder PLANNER = holder("hospital", "discharge-planner");

    /** Who takes in. */
    public static final Holder INTAKE = holder("provider", "intake-manager");

    /** Who hears when intake is late. */
    public static final Holder SUPERVISOR = holder("provider", "supervisor");

    /** Who hears last. */
    public static final Holder LEAD = holder("provider", "executive-lead");

    /** The answer that intake owes. */
    public static final Key RESPONSE = Key.of("handoff-1", Code.of("response"), "1");

    /** The items that the planner is asked for. */
    public static final Key CLARIFICATION = Key.of("handoff-1", Code.of("clarification"), "1");

    /** At once the supervisor, with four hours; after a day the lead, with a business day; then each business day. */
    public static final Route LADDER = new Route(
            List.of(
                    new Level(Duration.ZERO, SUPERVISOR, hours(4)),
                    new Level(Duration.ofDays(1), LEAD, new BusinessDays(1))),
            new BusinessDays(1));

    /** Monday to Friday until five, in Dublin. */
    public static final ServiceCalendar CALENDAR = Story.CALENDAR;

    private Obligations state = Obligations.none();

    private Cases() {}

    /** Nothing is owed yet. */
    public static Cases begin() {
        return new Cases();
    }

    /** A role of an organization. */
    public static Holder holder(String organization, String role) {
        return Holder.of(OrganizationId.of(organization), Code.of(role));
    }

    /** So many hours later. */
    public static DueRule hours(int hours) {
        return new Elapsed(Duration.ofHours(hours));
    }

    /** So many hours after Monday at nine. */
    public static Instant after(int hours) {
        return MONDAY.plus(Duration.ofHours(hours));
    }

    /** What intake owes the planner: an answer within so many hours. */
    public static Opening response(int hours) {
        return Opening.of(RESPONSE, Optional.empty(), INTAKE, PLANNER, after(hours), LADDER);
    }

    /** What the planner owes intake for the answer's sake. */
    public static Opening clarification(int hours) {
        return Opening.of(
                CLARIFICATION,
                Optional.of(RESPONSE),
                PLANNER,
                INTAKE,
                after(hours),
                Route.reminder(new BusinessDays(1)));
    }

    /** This is what happens next. */
    public Cases then(List<ObligationEvent> events) {
        state = Story.fold(state, events);
        return this;
    }

    /** This is opened. */
    public Cases opens(Opening opening, Instant at) {
        return then(opening.on(state, at));
    }

    /** The response waits for the clarification. */
    public Cases waits(Instant at) {
        return then(Passing.suspended(state, RESPONSE, CLARIFICATION, at));
    }

    /** This is done. */
    public Cases done(Key key, Instant at) {
        return then(Ending.discharged(state, key, at, Story.CALENDAR));
    }

    /** Time goes on. */
    public Cases until(Instant now) {
        return then(Escalation.due(state, now, Story.CALENDAR));
    }

    /** What is owed. */
    public Obligations state() {
        return state;
    }

    /** One of the things owed. */
    public Obligation get(Key key) {
        return state.get(key).orElseThrow();
    }

    /** The obligation that a level of the response opened. */
    public Optional<Obligation> escalation(int level) {
        return state.get(Key.of("handoff-1", Escalation.ESCALATION, "response:1:" + level));
    }
}
