package care.baton.record;

import care.baton.evidence.Grade;
import care.baton.handoff.Answer;
import care.baton.handoff.Ask;
import care.baton.handoff.HandoffCommand;
import care.baton.handoff.HandoffCommand.AnswerOffer;
import care.baton.handoff.HandoffCommand.OfferHandoff;
import care.baton.outcome.Code;
import care.baton.party.HandoffId;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.party.OrganizationKind;
import care.baton.party.PersonId;
import care.baton.party.RecordId;
import care.baton.party.Sensitive;
import care.baton.pathway.DecisionGuide;
import care.baton.pathway.Duty;
import care.baton.pathway.Field;
import care.baton.pathway.Gate;
import care.baton.pathway.HandoffTerms;
import care.baton.pathway.HandoffTerms.UrgentLook;
import care.baton.pathway.Label;
import care.baton.pathway.Ladder;
import care.baton.pathway.Need.ApprovalNeed;
import care.baton.pathway.Need.DutyNeed;
import care.baton.pathway.Need.FieldNeed;
import care.baton.pathway.Notice;
import care.baton.pathway.Pathway;
import care.baton.pathway.Responsibilities;
import care.baton.pathway.ReviewPoint;
import care.baton.pathway.RoleDescription;
import care.baton.pathway.Rung;
import care.baton.pathway.Side;
import care.baton.pathway.Stage;
import care.baton.pathway.Step;
import care.baton.pathway.Topic;
import care.baton.pathway.Waivable;
import care.baton.record.RecordCommand.InHandoff;
import care.baton.record.RecordCommand.JoinTeam;
import care.baton.record.RecordCommand.OpenRecord;
import care.baton.record.RecordCommand.OpenRun;
import care.baton.record.RecordCommand.RecordFact;
import care.baton.time.DueRule;
import care.baton.time.Elapsed;
import care.baton.time.ServiceCalendar;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * A small pathway and those who run it. The planner of a hospital refers a person home; the intake of an agency takes
 * it over. All deadlines are in hours, so that every instant in a test can be counted on one's fingers.
 */
final class HomeStart {

    static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
    static final Code RUN = Code.of("run-1");
    static final HandoffId HANDOFF = HandoffId.of("handoff-1");
    static final PersonId WHO = PersonId.of("person-1");

    static final Holder PLANNER = seat("hospital", "planner", "planner-1");
    static final Holder SECOND_PLANNER = seat("hospital", "planner", "planner-2");
    static final Holder LEAD = seat("hospital", "lead", "lead-1");
    static final Holder NURSE = seat("clinic", "nurse", "nurse-1");
    static final Holder FUNDER = seat("payer", "funder", "funder-1");
    static final Holder INTAKE = seat("agency", "intake", "intake-1");
    static final Holder SCHEDULER = seat("agency", "scheduler", "scheduler-1");
    static final Holder OTHER_INTAKE = seat("second-agency", "intake", "intake-2");
    static final Holder PERSON = Holder.of(OrganizationId.of("home"), Code.of("person"), WHO);

    static final Code ROUTINES = Code.of("routines");
    static final Code RISKS = Code.of("risks");
    static final Code HOURS = Code.of("confirm-hours");
    static final Code REVIEW = Code.of("review-risk");
    static final Code STAFF = Code.of("find-staff");
    static final Code FALLS = Code.of("fall-risk");
    static final Code APPROVED = Code.of("risk-approval");
    static final Code PLAN = Code.of("plan");
    static final Code RESULT = Code.of("result");
    static final Code CHART = Code.of("chart");

    static final ServiceCalendar CALENDAR = new ServiceCalendar(
            ZoneId.of("Europe/Berlin"),
            List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY),
            LocalTime.of(8, 0),
            LocalTime.of(17, 0),
            List.of());

    private static final Code LADDER = Code.of("both-sides");

    private HomeStart() {}

    static Rulebook rules() {
        return new Rulebook(List.of(pathway(), NextHomeStart.second()), CALENDAR)
                .with(HomeNotes.RULES)
                .with(HomeRisks.RULES)
                .with(List.of(HomePlans.PROTOCOL));
    }

    static DueRule hours(int hours) {
        return new Elapsed(Duration.ofHours(hours));
    }

    /** The record is open, everybody is in it, and nothing runs yet. */
    static RecordFixture record() {
        return record("record-1");
    }

    static RecordFixture record(String id) {
        return RecordFixture.of(RecordId.of(id), rules(), START).given(PLANNER, opening());
    }

    /** The run is open, at {@link #START}. */
    static RecordFixture run() {
        return record().given(PLANNER, new OpenRun(RUN, Code.of("home-start"), 1));
    }

    static OpenRecord opening() {
        return new OpenRecord(
                PLANNER.organization(),
                WHO,
                List.of(
                        joins(PLANNER, OrganizationKind.HOSPITAL),
                        joins(SECOND_PLANNER, OrganizationKind.HOSPITAL),
                        joins(LEAD, OrganizationKind.HOSPITAL),
                        joins(NURSE, OrganizationKind.CLINIC),
                        joins(FUNDER, OrganizationKind.PAYER),
                        joins(INTAKE, OrganizationKind.HOME_CARE_PROVIDER),
                        joins(SCHEDULER, OrganizationKind.HOME_CARE_PROVIDER),
                        joins(OTHER_INTAKE, OrganizationKind.HOME_CARE_PROVIDER),
                        joins(PERSON, OrganizationKind.PERSON_AND_FAMILY)),
                List.of());
    }

    static JoinTeam joins(Holder seat, OrganizationKind kind) {
        return new JoinTeam(seat, kind, List.of(Code.of("takes-part")));
    }

    static RecordFact says(Code field) {
        return new RecordFact(field, Sensitive.of("as told"), CHART, Grade.CONFIRMED);
    }

    static Ask ask() {
        return Ask.of(Code.of("home-care"), WHO);
    }

    static InHandoff in(HandoffCommand command) {
        return new InHandoff(HANDOFF, RUN, command);
    }

    static InHandoff offer(Holder to) {
        return in(OfferHandoff.firm(to, ask()));
    }

    static InHandoff answer(int offer, Answer answer) {
        return in(new AnswerOffer(offer, ask().digest(), answer));
    }

    static Pathway pathway() {
        return new Pathway(
                Code.of("home-start"),
                1,
                new Label("Home start"),
                LEAD.role(),
                List.of(
                        describes(PLANNER, Side.REFERRER),
                        describes(LEAD, Side.REFERRER, REVIEW),
                        describes(NURSE, Side.CLINICAL),
                        describes(FUNDER, Side.FUNDER, HOURS),
                        describes(INTAKE, Side.PROVIDER),
                        describes(SCHEDULER, Side.PROVIDER, STAFF),
                        describes(PERSON, Side.PERSON)),
                new Responsibilities(PLANNER.role(), INTAKE.role(), LEAD.role(), LEAD.role(), PLANNER.role(), true),
                List.of(refer(), prepare(), serve()),
                List.of(new Ladder(
                        LADDER,
                        List.of(
                                new Rung(Duration.ZERO, LEAD.role(), hours(8)),
                                new Rung(Duration.ofHours(24), FUNDER.role(), hours(8))),
                        hours(24))),
                new HandoffTerms(
                        hours(24),
                        hours(12),
                        hours(12),
                        hours(6),
                        Duration.ofHours(2),
                        3,
                        LADDER,
                        hours(48),
                        false,
                        Optional.of(new UrgentLook(LEAD.role(), hours(24))),
                        Duration.ofHours(24),
                        List.of(Code.of("provider-capacity"), Code.of("outside-area"))),
                new DecisionGuide(List.of(
                        new Topic(Code.of("hours"), FUNDER.role(), Code.of("hours-not-enough"), Side.FUNDER),
                        new Topic(Code.of("level"), LEAD.role(), Code.of("worse"), Side.REFERRER))),
                new ReviewPoint(LEAD.role(), hours(240)),
                List.of(said(RESULT, INTAKE)),
                List.of(FALLS, Code.of("hours-not-enough"), Code.of("worse")),
                List.of(new Waivable(ROUTINES, LEAD.role(), Duration.ofHours(48))),
                List.of(new Notice(Code.of("hours"), PLANNER.role(), List.of(PERSON.role()), hours(24))),
                List.of());
    }

    private static Stage refer() {
        return new Stage(
                Code.of("refer"),
                PLANNER.role(),
                Stage.ANY_FORM,
                Code.of("referral-record"),
                hours(72),
                hours(4),
                LADDER,
                FUNDER.role(),
                List.of(
                        new Field(said(ROUTINES, NURSE, PLANNER), Step.OFFER, NURSE.role(), hours(10)),
                        new Field(said(RISKS, NURSE), Step.CLOSE, NURSE.role(), hours(20))),
                List.of(new Gate(
                        Code.of("acceptance"),
                        Step.ACCEPT,
                        List.of(new ApprovalNeed(APPROVED, List.of(LEAD.role()), List.of(FALLS))))),
                List.of(
                        new Duty(HOURS, FUNDER.role(), hours(30), LADDER, List.of()),
                        new Duty(
                                REVIEW,
                                LEAD.role(),
                                hours(40),
                                LADDER,
                                List.of(said(RISKS, NURSE), new DutyNeed(HOURS, List.of(FUNDER.role()))))));
    }

    private static Stage prepare() {
        return new Stage(
                Code.of("prepare"),
                INTAKE.role(),
                Stage.ANY_FORM,
                Code.of("agency-record"),
                hours(96),
                hours(4),
                LADDER,
                FUNDER.role(),
                List.of(new Field(said(PLAN, INTAKE), Step.CLOSE, INTAKE.role(), hours(24))),
                List.of(),
                List.of(new Duty(STAFF, SCHEDULER.role(), hours(48), LADDER, List.of())));
    }

    private static Stage serve() {
        return new Stage(
                Code.of("serve"),
                INTAKE.role(),
                Stage.ANY_FORM,
                Code.of("service-record"),
                hours(240),
                hours(4),
                LADDER,
                FUNDER.role(),
                List.of(),
                List.of(),
                List.of());
    }

    private static FieldNeed said(Code field, Holder... suppliers) {
        return new FieldNeed(
                field, List.of(suppliers).stream().map(Holder::role).toList(), Grade.RECORDED, true, Optional.empty());
    }

    private static RoleDescription describes(Holder seat, Side side, Code... duties) {
        return new RoleDescription(seat.role(), side, List.of(duties));
    }

    private static Holder seat(String organization, String role, String person) {
        return Holder.of(OrganizationId.of(organization), Code.of(role), PersonId.of(person));
    }
}
