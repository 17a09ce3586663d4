package care.baton.catalog;

import care.baton.evidence.Entry;
import care.baton.evidence.Fact;
import care.baton.evidence.Grade;
import care.baton.evidence.Salt;
import care.baton.handoff.HandoffCommand;
import care.baton.obligation.Obligation;
import care.baton.obligation.Route;
import care.baton.outcome.Code;
import care.baton.outcome.Outcome;
import care.baton.outcome.Refusal;
import care.baton.party.Act;
import care.baton.party.CommandId;
import care.baton.party.HandoffId;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.party.OrganizationKind;
import care.baton.party.PersonId;
import care.baton.party.RecordId;
import care.baton.party.Sensitive;
import care.baton.pathway.Pathway;
import care.baton.record.CoordinationRecord;
import care.baton.record.RecordCommand;
import care.baton.record.RecordCommand.Fulfil;
import care.baton.record.RecordCommand.InHandoff;
import care.baton.record.RecordCommand.JoinTeam;
import care.baton.record.RecordCommand.OpenRecord;
import care.baton.record.RecordCommand.OpenRun;
import care.baton.record.RecordCommand.RecordFact;
import care.baton.record.RecordCommand.SetFactAside;
import care.baton.record.Rulebook;
import care.baton.time.ServiceCalendar;
import care.baton.time.Stamp;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One record in the making: who takes part, what time it is, and one command after another through the one door. It
 * starts on Monday 2026-03-02 at 10:00 in New York, where the service is open from 8:00 to 17:00 on weekdays.
 */
final class Scene {

    static final Instant MONDAY_10 = Instant.parse("2026-03-02T15:00:00Z");
    static final Instant FRIDAY_10 = MONDAY_10.plus(Duration.ofDays(4));
    static final Code RUN = Code.of("run-1");
    static final HandoffId HANDOFF = HandoffId.of("handoff-1");
    static final PersonId PARTICIPANT = PersonId.of("participant-1");
    static final ServiceCalendar CALENDAR = new ServiceCalendar(
            ZoneId.of("America/New_York"),
            List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY),
            LocalTime.of(8, 0),
            LocalTime.of(17, 0),
            List.of());

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT);

    private static final List<String> GUESTS_OF_THE_COUNTY = List.of("case-manager-supervisor");
    private static final List<String> GUESTS_OF_THE_PROVIDER = List.of("executive-lead", "frontline-staff");
    private static final List<String> GUESTS_OF_THE_CLINIC = List.of(
            "primary-care-clinician",
            "attending-clinician",
            "registered-nurse",
            "pharmacist",
            "rehabilitation-therapist",
            "care-coordinator");
    private static final List<String> GUESTS_OF_SOCIAL_CARE =
            List.of("social-worker", "community-health-worker", "school-nurse");

    /** The houses and the roles in them; the provider keeps the record. */
    enum House {
        COUNTY(OrganizationKind.CASE_MANAGEMENT, List.of("case-manager", "case-management-lead"), GUESTS_OF_THE_COUNTY),
        PROVIDER(
                OrganizationKind.HOME_CARE_PROVIDER,
                List.of("intake-manager", "supervisor", "scheduler", "program-manager"),
                GUESTS_OF_THE_PROVIDER),
        CLINIC(OrganizationKind.CLINIC, List.of("nurse-consultant"), GUESTS_OF_THE_CLINIC),
        PAYER(OrganizationKind.PAYER, List.of("authorization-team"), List.of()),
        COMMISSIONER(OrganizationKind.COMMISSIONER, List.of("access-lead"), List.of("operations-lead")),
        HOUSING(OrganizationKind.SOCIAL_SERVICE, List.of("housing-navigator"), GUESTS_OF_SOCIAL_CARE),
        HOME(OrganizationKind.PERSON_AND_FAMILY, List.of("person"), List.of()),
        VENDOR(OrganizationKind.VENDOR, List.of(), List.of("equipment-vendor"));

        private final OrganizationKind kind;
        private final List<String> roles;
        /** Who takes part only where the pathway has a part for them. */
        private final List<String> guests;

        House(OrganizationKind kind, List<String> roles, List<String> guests) {
            this.kind = kind;
            this.roles = roles;
            this.guests = guests;
        }

        private Stream<String> roles(List<Pathway> pathways) {
            return Stream.concat(
                    roles.stream(),
                    guests.stream()
                            .filter(g -> pathways.stream()
                                    .flatMap(p -> p.roles().stream())
                                    .anyMatch(r -> r.code().value().equals(g))));
        }

        OrganizationId id() {
            return OrganizationId.of("house-" + ordinal());
        }
    }

    private final Rulebook rules;
    private CoordinationRecord record = CoordinationRecord.of(RecordId.of("record-1"));
    private Instant now = MONDAY_10;
    private int commands;

    private Scene(Rulebook rules) {
        this.rules = rules;
    }

    /** An open record with everybody in it, and no run yet. */
    static Scene of(Pathway pathway) {
        return of(List.of(pathway));
    }

    /** The same where several pathways may run. */
    static Scene of(List<Pathway> pathways) {
        return of(pathways, List.of());
    }

    /** The same without some of the roles. */
    static Scene of(Pathway pathway, List<String> absent) {
        return of(List.of(pathway), absent);
    }

    private static Scene of(List<Pathway> pathways, List<String> absent) {
        Scene scene = new Scene(new Rulebook(pathways, CALENDAR));
        List<JoinTeam> team = List.of(House.values()).stream()
                .flatMap(h -> h.roles(pathways)
                        .filter(r -> !absent.contains(r))
                        .map(r -> new JoinTeam(seat(r), h.kind, List.of())))
                .toList();
        scene.does("intake-manager", new OpenRecord(House.PROVIDER.id(), PARTICIPANT, team, List.of()));
        return scene;
    }

    static Holder seat(String role) {
        return find(role).orElseThrow(() -> new IllegalArgumentException("no such role in the scene"));
    }

    private static Optional<Holder> find(String role) {
        return Optional.ofNullable(Seats.ALL.get(role));
    }

    /** Who has which role, by the role. */
    private static final class Seats {

        private static final Map<String, Holder> ALL = new HashMap<>();

        static {
            for (House house : House.values()) {
                Stream.concat(house.roles.stream(), house.guests.stream())
                        .forEach(role -> ALL.putIfAbsent(role, of(house, role)));
            }
        }

        private Seats() {}

        private static Holder of(House house, String role) {
            PersonId person = role.equals("person") ? PARTICIPANT : PersonId.of("p-" + role);
            return Holder.of(house.id(), Code.of(role), person);
        }
    }

    /** With a name: whoever has the role in the scene, or where nobody has, somebody of that house. */
    static Holder named(Holder holder) {
        String role = holder.role().value();
        return holder.person().isPresent()
                ? holder
                : find(role).orElseGet(() -> holder.heldBy(Optional.of(PersonId.of("p-" + role))));
    }

    Scene later(Duration by) {
        now = now.plus(by);
        return this;
    }

    Instant now() {
        return now;
    }

    Rulebook rules() {
        return rules;
    }

    CoordinationRecord record() {
        return record;
    }

    /** What comes of it; nothing is kept. */
    Outcome<CoordinationRecord, Entry> would(String role, RecordCommand command) {
        return would(Act.of(CommandId.of("c-" + (commands + 1)), seat(role), Stamp.at(now)), command);
    }

    Outcome<CoordinationRecord, Entry> would(Act act, RecordCommand command) {
        return record.decide(command, act, Salt.of(new byte[16]), rules);
    }

    /** What stands in the way on another record. */
    List<Refusal> decide(CoordinationRecord other, String role, RecordCommand command) {
        Act act = Act.of(CommandId.of("other-1"), seat(role), Stamp.at(now));
        return other.decide(command, act, Salt.of(new byte[16]), rules).refusals();
    }

    List<Refusal> refusals(String role, RecordCommand command) {
        return would(role, command).refusals();
    }

    Scene does(String role, RecordCommand command) {
        record = would(role, command).orThrow().state();
        commands++;
        return this;
    }

    Scene does(Act act, RecordCommand command) {
        record = would(act, command).orThrow().state();
        commands++;
        return this;
    }

    /** As the role's system does it, nobody named. */
    Scene system(String role, RecordCommand command) {
        Holder nobody = seat(role).heldBy(Optional.empty());
        return does(Act.of(CommandId.of("c-" + (commands + 1)), nobody, Stamp.at(now)), command);
    }

    Scene opens(String role, Code pathway) {
        return does(role, new OpenRun(RUN, pathway, 1));
    }

    Scene says(String role, String field) {
        return says(role, field, "words");
    }

    Scene says(String role, String field, String words) {
        return does(role, fact(field, words));
    }

    static RecordFact fact(String field, String words) {
        return new RecordFact(Code.of(field), Sensitive.of(words), Code.of("file"), Grade.CONFIRMED);
    }

    static InHandoff in(HandoffCommand command) {
        return new InHandoff(HANDOFF, RUN, command);
    }

    /** The open obligation of a kind about a subject, if there is one. */
    Optional<Obligation> owed(String kind, String subject) {
        return record.chart().obligations().open().stream()
                .filter(o -> o.key().kind().equals(Code.of(kind))
                        && o.key().subject().equals(subject))
                .findFirst();
    }

    /** Says it with words that fit, as the newest version. */
    Scene knows(String role, String field) {
        return says(role, field, fitting(field));
    }

    /** An owner is one role, a deadline lies ahead, what has happened is over, a choice is one of its list; all else is words. */
    static String fitting(String field) {
        if (field.endsWith("-owner")) {
            return "supervisor";
        }
        return switch (field) {
            case "deadline", "follow-up-date", "next-review-date", "authorized-until" -> "2026-12-31T00:00:00Z";
            case "medication-change-date", "clinical-contact-time", "case-manager-update-time" ->
                "2026-03-01T00:00:00Z";
            case "counted-activities" -> "pharmacy-call=medication-error, spouse-call=falls";
            case "support-windows" -> "morning-transfers=transfer-safety, after-visits=caregiver-strain";
            case "pattern-identified" -> "reduced-appetite=family-feedback, seems-withdrawn=staff-observations";
            case "change-trigger" -> "support-need";
            case "change-cause" -> "health";
            case "closure-outcome" -> "discharge";
            case "escalation-prevented" -> "prevented";
            default -> "words";
        };
    }

    /** The newest version of a field no longer counts, by the word of its author. */
    Scene forgets(String field) {
        Optional<Fact> fact = record.chart().evidence().fact(Code.of(field));
        return fact.isEmpty()
                ? this
                : does(
                        fact.get().author().role().value(),
                        new SetFactAside(Code.of(field), fact.get().version(), false, Code.of("outdated")));
    }

    /** The obligation of that kind about that subject is done, says its holder. */
    Scene fulfils(String role, String kind, String subject) {
        return does(role, new Fulfil(owed(kind, subject).orElseThrow().key()));
    }

    /** A copy that goes its own way. */
    Scene fork() {
        Scene fork = new Scene(rules);
        fork.record = record;
        fork.now = now;
        fork.commands = commands;
        return fork;
    }

    /**
     * What is owed, a line each, by kind and subject: who holds it for whom, by when in the service's time, and by
     * which ladder its lateness is heard.
     */
    List<String> lines(String... kinds) {
        return record.chart().obligations().open().stream()
                .filter(o -> List.of(kinds).contains(o.key().kind().value()))
                .map(o -> o.key().kind() + " " + o.key().subject() + ": "
                        + o.holder().role() + " for " + o.owedTo().role() + " by " + local(o.due()) + ", "
                        + route(o.route()))
                .sorted()
                .toList();
    }

    static String local(Instant instant) {
        return LOCAL.format(instant.atZone(CALENDAR.zone()));
    }

    /** Each level with who hears and, counted from Monday 10:00, by when they act; then the first reminder. */
    static String route(Route route) {
        return route.levels().stream()
                        .map(l -> "+" + hours(l.after()) + "h " + l.to().role() + " "
                                + local(l.within().due(MONDAY_10, CALENDAR)) + " ")
                        .collect(Collectors.joining())
                + "then " + local(route.repeat().due(MONDAY_10, CALENDAR)) + " and "
                + local(route.repeat().due(FRIDAY_10, CALENDAR));
    }

    private static String hours(Duration after) {
        return after.toMinutes() % 60 == 0 ? "" + after.toHours() : after.toString();
    }

    /** Each refusal as code, path and roles. */
    static List<String> told(List<Refusal> refusals) {
        return refusals.stream()
                .map(r -> r.code() + " " + r.path() + " " + r.roles())
                .toList();
    }
}
