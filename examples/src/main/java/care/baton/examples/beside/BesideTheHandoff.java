package care.baton.examples.beside;

import care.baton.catalog.Catalog;
import care.baton.catalog.MedicationChange;
import care.baton.consent.Audience;
import care.baton.consent.Consent;
import care.baton.consent.ConsentCommand.RecordConsent;
import care.baton.consent.Giver;
import care.baton.consent.Purpose;
import care.baton.consent.Scope;
import care.baton.disclosure.DisclosureCommand.Disclose;
import care.baton.disclosure.View;
import care.baton.disclosure.Viewer;
import care.baton.evidence.Grade;
import care.baton.examples.Host;
import care.baton.note.Addressee;
import care.baton.note.Checked;
import care.baton.note.Contact;
import care.baton.note.ContactCommand.ClassifyContact;
import care.baton.note.ContactCommand.RecordContact;
import care.baton.note.ContactType;
import care.baton.note.CoordinationNote;
import care.baton.note.Delivery;
import care.baton.note.EscalationNeed;
import care.baton.note.Focus;
import care.baton.note.FollowUp;
import care.baton.note.Item;
import care.baton.note.NoteCommand;
import care.baton.note.NoteCommand.CloseNote;
import care.baton.note.NoteCommand.RecordFollowUp;
import care.baton.note.NoteCommand.ReleaseNote;
import care.baton.note.NoteCommand.ReviewNote;
import care.baton.note.NoteCommand.SendUpdate;
import care.baton.note.NoteCommand.WriteNote;
import care.baton.note.Stated;
import care.baton.note.Support;
import care.baton.note.Talk;
import care.baton.note.Worth;
import care.baton.outcome.Code;
import care.baton.party.Channel;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.party.OrganizationKind;
import care.baton.party.PersonId;
import care.baton.party.Sensitive;
import care.baton.plan.Activity;
import care.baton.plan.Arrangement;
import care.baton.plan.CarePlan;
import care.baton.plan.Goal;
import care.baton.plan.Piece;
import care.baton.plan.PlanCommand;
import care.baton.plan.PlanCommand.ActivatePlan;
import care.baton.plan.PlanCommand.BookArrangement;
import care.baton.plan.PlanCommand.ConfirmArrangement;
import care.baton.plan.PlanCommand.DischargePerson;
import care.baton.plan.PlanCommand.WritePlan;
import care.baton.plan.Protocol;
import care.baton.plan.Window;
import care.baton.record.InNote;
import care.baton.record.InPlan;
import care.baton.record.Keys;
import care.baton.record.OnContact;
import care.baton.record.OnDisclosure;
import care.baton.record.OnRisk;
import care.baton.record.OnSharing;
import care.baton.record.RecordCommand.JoinTeam;
import care.baton.record.RecordCommand.OpenRecord;
import care.baton.record.RecordCommand.OpenRun;
import care.baton.record.RecordCommand.RecordFact;
import care.baton.record.Rulebook;
import care.baton.record.WorkItem;
import care.baton.risk.Baseline;
import care.baton.risk.Observation;
import care.baton.risk.RiskCommand;
import care.baton.risk.RiskCommand.DecidePattern;
import care.baton.risk.RiskCommand.EstablishBaseline;
import care.baton.risk.RiskCommand.RecordObservation;
import care.baton.risk.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What goes on beside a handoff, on one record: a note, a contact, what is seen, a plan, and what was shown to whom. */
public final class BesideTheHandoff {

    private static final PersonId WHO = PersonId.of("person-1");
    private static final Holder SUPERVISOR = Host.seat("home-care", "supervisor");
    private static final Holder MANAGER = Host.seat("home-care", "program-manager");
    private static final Holder STAFF = Host.seat("home-care", "frontline-staff");
    private static final Holder NURSE = Host.seat("clinic", "nurse-consultant");
    private static final Holder CASE_MANAGER = Host.seat("county", "case-manager");
    private static final Holder DAUGHTER = Host.seat("household", "daughter");
    private static final Holder PERSON = Holder.of(OrganizationId.of("household"), Code.of("person"), WHO);
    private static final Code RUN = Code.of("run-1");
    private static final Code TABLET = Code.of("new-tablet");
    private static final Code HOME = Code.of("home-plan");
    private static final Code RIDE = Code.of("ride");
    private static final Code LEAVING = Code.of("leaving");

    private final Host host;

    private BesideTheHandoff(Host host) {
        this.host = host;
    }

    /**
     * Prints what is done, what is refused, and what can be read afterwards.
     *
     * @param arguments none
     */
    public static void main(String... arguments) {
        // <opens>
        Rulebook rules = new Rulebook(Catalog.all(), Host.calendar());
        Host host = new Host(rules, Instant.parse("2026-03-02T08:00:00Z"));
        host.asks(SUPERVISOR, new OpenRecord(SUPERVISOR.organization(), WHO, team(), List.of()));
        host.asks(SUPERVISOR, says("medication-change", "a tablet in the evening"));
        host.asks(SUPERVISOR, new OpenRun(RUN, MedicationChange.ID, 1));
        // </opens>
        BesideTheHandoff beside = new BesideTheHandoff(host);
        beside.tells();
        beside.calls();
        beside.watches();
        beside.plans();
        beside.shows();
    }

    private void tells() {
        // <note>
        CoordinationNote note = CoordinationNote.builder()
                .change(Sensitive.of("a tablet in the evening"))
                .impact(Sensitive.of("may be dizzy at night"))
                .priorities(Sensitive.of("wants to get up by herself"))
                .focus(Focus.CLINICAL_COORDINATION)
                .addConcerns(Code.of("clinical-input"))
                .addInformation(new Item(Code.of("evening"), Item.Kind.GENERAL, Sensitive.of("one at eight")))
                .addInformation(new Item(Code.of("dizziness"), Item.Kind.OBSERVATION, Sensitive.of("twice")))
                .decision(new Stated.Nothing())
                .addRecipients(Addressee.told(NURSE, SUPERVISOR).owing(owed(NURSE, "check-dose")))
                .addRecipients(Addressee.told(DAUGHTER, SUPERVISOR))
                .escalation(new EscalationNeed(false, Code.of("stable")))
                .supports(Code.of("update-visit-guidance"))
                .build();
        notes(SUPERVISOR, new WriteNote(RUN, note));
        notes(SUPERVISOR, new ReleaseNote(1));
        notes(SUPERVISOR, tell(NURSE, Optional.empty()));
        notes(SUPERVISOR, new ReviewNote(1, Sensitive.of("as agreed")));
        notes(SUPERVISOR, tell(NURSE, Optional.empty()));
        // </note>
        // <consent>
        host.asks(PERSON, allows("clinic", Purpose.CARE_COORDINATION));
        host.asks(PERSON, allows("county", Purpose.CARE_COORDINATION));
        host.asks(PERSON, allows("household", Purpose.FAMILY));
        notes(SUPERVISOR, tell(NURSE, Optional.empty()));
        notes(SUPERVISOR, tell(DAUGHTER, Optional.empty()));
        notes(SUPERVISOR, tell(DAUGHTER, Optional.of(new Checked(Checked.Interpreter.NOT_NEEDED, Optional.empty()))));
        notes(SUPERVISOR, new CloseNote(Optional.empty()));
        notes(NURSE, new RecordFollowUp(NURSE, new Stated.Said(Sensitive.of("the dose stays"))));
        notes(SUPERVISOR, new CloseNote(Optional.empty()));
        for (Delivery word : host.record().notes().deliveries(RUN, Code.of("update-visit-guidance"))) {
            System.out.println(word.recipient().role() + " " + word.state());
        }
        // </consent>
    }

    private void calls() {
        // <contact>
        Contact call = Contact.builder()
                .kind(ContactType.FAMILY_CALL)
                .talk(Talk.with(DAUGHTER, Channel.PHONE))
                .minutes(12)
                .support(Support.unsaid())
                .reason(Code.of("which-tablet"))
                .followUp(new FollowUp.NothingOwed())
                .change(TABLET)
                .run(RUN)
                .build();
        host.asks(SUPERVISOR, new OnContact(new RecordContact(call)));
        host.asks(
                SUPERVISOR,
                new OnContact(new ClassifyContact(
                        1, new Worth.Avoidable(Worth.Cause.UNCLEAR), Optional.empty(), Code.of("label-unreadable"))));
        System.out.println(
                host.record().contacts().avoidable(Worth.Cause.UNCLEAR).tally());
        // </contact>
    }

    private void watches() {
        // <risk>
        Code appetite = Code.of("reduced-appetite");
        Sensitive usual = Sensitive.of("three meals");
        risks(SUPERVISOR, new EstablishBaseline(new Baseline(appetite, Optional.empty(), usual, Code.of("file"))));
        Observation left = Observation.small(appetite, Source.STAFF, Sensitive.of("left her lunch"));
        risks(STAFF, new RecordObservation(left));
        risks(STAFF, new RecordObservation(left.against(1)));
        Sensitive tired = Sensitive.of("asleep at noon");
        risks(DAUGHTER, new RecordObservation(Observation.small(Code.of("increased-fatigue"), Source.FAMILY, tired)));
        for (WorkItem item : host.record().work().list(host.now())) {
            if (item.key().kind().equals(Keys.PATTERN_REVIEW)) {
                System.out.println(item.holder().role() + " decides by " + item.due());
            }
        }
        Stated daily = new Stated.Said(Sensitive.of("we weigh her weekly"));
        risks(SUPERVISOR, new DecidePattern(1, Code.of("need-changed"), List.of(Code.of("medication-change")), daily));
        // </risk>
    }

    private void plans() {
        // <plan>
        Instant friday = Instant.parse("2026-03-06T08:00:00Z");
        Activity ride = Activity.builder()
                .code(RIDE)
                .kind(Code.of("transport"))
                .piece(Code.of("way-home"))
                .subject(RIDE)
                .purpose(Code.of("sleep-at-home"))
                .due(friday)
                .owner(CASE_MANAGER)
                .arrangement(new Arrangement(Optional.of(LEAVING)))
                .build();
        Goal sleep = Goal.builder()
                .code(Code.of("sleep-at-home"))
                .author(Goal.Author.PERSON)
                .words(Sensitive.of("I want to sleep in my own bed"))
                .owner(PERSON)
                .build();
        System.out.println(sleep.missing());
        CarePlan plan = CarePlan.builder()
                .protocol(Protocol.coordinatedCare().id())
                .protocolVersion(1)
                .addGoals(sleep)
                .addPieces(new Piece(Code.of("way-home"), List.of(CASE_MANAGER)))
                .addActivities(ride)
                .addWindows(new Window(LEAVING, friday.minus(Duration.ofHours(8)), friday.plus(Duration.ofHours(8))))
                .build();
        plans(SUPERVISOR, new WritePlan(RUN, 0, plan, Code.of("first")));
        plans(SUPERVISOR, new ActivatePlan(1, Optional.empty()));
        plans(CASE_MANAGER, new BookArrangement(RIDE, friday));
        plans(SUPERVISOR, new DischargePerson(LEAVING));
        plans(CASE_MANAGER, new ConfirmArrangement(RIDE));
        plans(SUPERVISOR, new DischargePerson(LEAVING));
        // </plan>
    }

    private void shows() {
        // <shown>
        Viewer clinic = new Viewer(NURSE, Purpose.CARE_COORDINATION);
        View view = host.record().view(clinic, host.now(), host.rules()).orElseThrow();
        System.out.println(
                "facts: " + view.facts().size() + ", plans: " + view.plans().size());
        host.asks(SUPERVISOR, new OnDisclosure(Disclose.shown(clinic, view)));
        Instant tomorrow = host.now().plus(Duration.ofDays(1));
        host.record()
                .accounting(Instant.EPOCH, tomorrow)
                .orElseThrow()
                .disclosures()
                .forEach(went -> System.out.println(went.to().role() + " for " + went.purpose() + ": "
                        + went.shared().size() + " items"));
        // </shown>
    }

    // <asks>
    private void notes(Holder by, NoteCommand command) {
        host.asks(by, new InNote(TABLET, command));
    }

    private void risks(Holder by, RiskCommand command) {
        host.asks(by, new OnRisk(RUN, command));
    }

    private void plans(Holder by, PlanCommand command) {
        host.asks(by, new InPlan(HOME, command));
    }

    private static SendUpdate tell(Holder recipient, Optional<Checked> checked) {
        return new SendUpdate(1, recipient, Channel.PHONE, checked, Optional.empty());
    }

    private OnSharing allows(String organization, Purpose purpose) {
        return new OnSharing(new RecordConsent(new Consent(
                Consent.Choice.PERMIT,
                new Scope.Everything(List.of()),
                List.of(Audience.of(OrganizationId.of(organization))),
                List.of(purpose),
                Giver.self(WHO),
                Consent.Form.SPOKEN,
                host.now(),
                Optional.empty())));
    }
    // </asks>

    private FollowUp.Owed owed(Holder who, String what) {
        return new FollowUp.Owed(who, Code.of(what), host.now().plus(Duration.ofDays(1)));
    }

    private static RecordFact says(String field, String words) {
        return new RecordFact(Code.of(field), Sensitive.of(words), Code.of("file"), Grade.CONFIRMED);
    }

    private static List<JoinTeam> team() {
        return List.of(
                new JoinTeam(SUPERVISOR, OrganizationKind.HOME_CARE_PROVIDER, List.of()),
                new JoinTeam(MANAGER, OrganizationKind.HOME_CARE_PROVIDER, List.of()),
                new JoinTeam(STAFF, OrganizationKind.HOME_CARE_PROVIDER, List.of()),
                new JoinTeam(NURSE, OrganizationKind.CLINIC, List.of()),
                new JoinTeam(CASE_MANAGER, OrganizationKind.CASE_MANAGEMENT, List.of()),
                new JoinTeam(DAUGHTER, OrganizationKind.PERSON_AND_FAMILY, List.of()),
                new JoinTeam(PERSON, OrganizationKind.PERSON_AND_FAMILY, List.of()));
    }
}
