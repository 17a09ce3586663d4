package care.baton.handoff;

import care.baton.obligation.Level;
import care.baton.obligation.Route;
import care.baton.outcome.Code;
import care.baton.party.Agreement;
import care.baton.party.Channel;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.party.PersonId;
import care.baton.pathway.HandoffTerms;
import care.baton.pathway.HandoffTerms.UrgentLook;
import care.baton.time.BusinessDays;
import care.baton.time.DueRule;
import care.baton.time.Elapsed;
import care.baton.time.ServiceCalendar;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** The parties of the examples: a hospital that hands over, two providers, a pharmacy, and their terms. */
final class Parties {

    static final Instant MONDAY = Instant.parse("2024-03-04T09:00:00Z");

    static final Code NO_CAPACITY = Code.of("no-capacity");
    static final Code MEDICATION = Code.of("medication-needs");
    static final Code ROUTINES = Code.of("support-routines");
    static final Code OTHER_PLAN = Code.of("plan-changed");

    static final PersonId PATIENT = PersonId.of("p-1");
    static final Ask HOME_CARE = Ask.of(Code.of("home-care"), PATIENT);

    static final Holder COORDINATOR = holder("hospital", "discharge-coordinator", "h-1");
    static final Holder COLLEAGUE = holder("hospital", "discharge-coordinator", "h-2");
    static final Holder WARD_NURSE = holder("hospital", "ward-nurse", "h-3");
    static final Holder INTAKE = holder("north", "intake-manager", "n-1");
    static final Holder INTAKE_COVER = holder("north", "intake-manager", "n-2");
    static final Holder SCHEDULER = holder("north", "scheduler", "n-3");
    static final Holder SOUTH = holder("south", "intake-manager", "s-1");
    static final Holder PHARMACIST = holder("pharmacy", "pharmacist", "f-1");
    static final Holder SUPERVISOR = Holder.of(OrganizationId.of("hospital"), Code.of("supervisor"));
    static final Holder DIRECTOR = Holder.of(OrganizationId.of("hospital"), Code.of("director"));
    static final Code ACCESS_LEAD = Code.of("access-lead");

    static final ServiceCalendar CALENDAR = new ServiceCalendar(
            ZoneOffset.UTC,
            List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY),
            LocalTime.of(8, 0),
            LocalTime.of(17, 0),
            List.of());

    static final Route LADDER = new Route(
            List.of(
                    new Level(Duration.ZERO, SUPERVISOR, hours(4)),
                    new Level(Duration.ofHours(24), DIRECTOR, hours(8))),
            new BusinessDays(1));

    static final Practice PRACTICE = Practice.of(terms(false), LADDER, CALENDAR);
    static final Practice TELEPHONE_COUNTS = Practice.of(terms(true), LADDER, CALENDAR);
    static final Practice REMINDERS_ONLY = Practice.of(terms(false), Route.reminder(new BusinessDays(1)), CALENDAR);
    static final Practice POLLED = new Practice(
            terms(false),
            LADDER,
            CALENDAR,
            Optional.of(new Agreement(
                    INTAKE.organization(),
                    Channel.ELECTRONIC,
                    hours(48),
                    Optional.of(Duration.ofHours(1)),
                    List.of(),
                    MONDAY.minusSeconds(1),
                    Optional.empty())),
            List.of());

    static final Practice CLOSES_UNCONFIRMED = Practice.of(closing(), LADDER, CALENDAR);

    private Parties() {}

    /** What is done is finished within 100 hours of the answer's due, and closes unconfirmed 48 hours after "done". */
    private static HandoffTerms closing() {
        HandoffTerms plain = terms(false);
        return new HandoffTerms(
                plain.respondWithin(),
                plain.clarifyWithin(),
                plain.agreeWithin(),
                plain.confirmWithin(),
                plain.least(),
                plain.rounds(),
                plain.ladder(),
                plain.updates(),
                plain.relayedMoves(),
                plain.urgentLook(),
                plain.jointLatest(),
                plain.reasons(),
                Optional.of(hours(100)),
                Optional.of(hours(48)),
                List.of());
    }

    static DueRule hours(int hours) {
        return new Elapsed(Duration.ofHours(hours));
    }

    static HandoffTerms terms(boolean relayedMoves) {
        return new HandoffTerms(
                hours(24),
                hours(8),
                hours(12),
                hours(6),
                Duration.ofHours(4),
                3,
                Code.of("late"),
                hours(168),
                relayedMoves,
                Optional.of(new UrgentLook(ACCESS_LEAD, hours(24))),
                Duration.ofHours(2),
                List.of(NO_CAPACITY));
    }

    static Holder holder(String organization, String role, String person) {
        return Holder.of(OrganizationId.of(organization), Code.of(role), PersonId.of(person));
    }
}
