package care.baton.examples.day;

import care.baton.catalog.Referral;
import care.baton.evidence.Covered;
import care.baton.evidence.Grade;
import care.baton.examples.hospital.HospitalStaff;
import care.baton.fhir.exchange.Message;
import care.baton.fhir.exchange.ReadAsk;
import care.baton.fhir.exchange.Response.Found;
import care.baton.handoff.Answer;
import care.baton.handoff.Condition;
import care.baton.handoff.HandoffCommand;
import care.baton.handoff.HandoffCommand.AgreeConditions;
import care.baton.handoff.HandoffCommand.AnswerOffer;
import care.baton.handoff.HandoffCommand.CompleteAction;
import care.baton.handoff.HandoffCommand.MeetCondition;
import care.baton.handoff.HandoffCommand.StartAction;
import care.baton.handoff.HandoffCommand.ValidateCompletion;
import care.baton.handoff.Input;
import care.baton.handoff.Negotiation;
import care.baton.handoff.Offer;
import care.baton.handoff.Question;
import care.baton.outcome.Code;
import care.baton.outcome.Refusal;
import care.baton.party.Act;
import care.baton.party.Channel;
import care.baton.party.CommandId;
import care.baton.party.HandoffId;
import care.baton.party.Holder;
import care.baton.party.PersonId;
import care.baton.party.Relayed;
import care.baton.party.Sensitive;
import care.baton.record.RecordCommand;
import care.baton.record.RecordCommand.AdvanceTime;
import care.baton.record.RecordCommand.Approve;
import care.baton.record.RecordCommand.CloseRun;
import care.baton.record.RecordCommand.Fulfil;
import care.baton.record.RecordCommand.InHandoff;
import care.baton.record.RecordCommand.LeaveStage;
import care.baton.record.RecordCommand.OpenRecord;
import care.baton.record.RecordCommand.OpenRun;
import care.baton.record.RecordCommand.RaiseFlag;
import care.baton.record.RecordCommand.RecordFact;
import care.baton.record.RecordCommand.TakeDecision;
import care.baton.record.RecordCommand.ValidateOutcome;
import care.baton.record.WorkItem;
import care.baton.time.Stamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The day, hour by hour. Every step has a name of its own and is done once: after a kill the day is walked again from
 * its beginning, and what was done before changes nothing. What the hospital wrote in its own FHIR records is its own
 * entry; what its staff said, or decided outside of them, is written down by the provider's intake manager.
 */
public final class Day {

    static final Code RUN = Code.of("referral");
    static final HandoffId HANDOFF = HandoffId.of("discharge-home-care");
    static final PersonId PERSON = PersonId.of("participant-1");
    static final Code MEDICATION = Code.of("medication-uncertainty");
    static final Code APPROVAL = Code.of("supervisor-approval");
    static final Code GUIDANCE = Code.of("clinical-guidance");

    private final HomeCare provider;
    private final HospitalStaff hospital;
    private final ReferralContent content;
    private final DayClock clock;
    private final Told told;
    private final List<Message> unread = new ArrayList<>();

    /**
     * A day between two organizations.
     *
     * @param provider the home care provider, which embeds Baton
     * @param hospital the hospital's staff, who know nothing of it
     * @param content what the referral carries, as the provider reads it
     * @param clock the provider's clock, which the day sets forward
     * @param told what is printed as the day goes on
     */
    public Day(HomeCare provider, HospitalStaff hospital, ReferralContent content, DayClock clock, Told told) {
        this.provider = provider;
        this.hospital = hospital;
        this.content = content;
        this.clock = clock;
        this.told = told;
    }

    /** Walks the day from morning to the close. */
    public void walk() {
        refer();
        clarify();
        decideSafely();
        agree();
        prepare();
        serve();
        close();
    }

    /** The hospital refers; the provider takes the referral in, and the hospital still holds it. */
    private void refer() {
        clock.at(0, 9, 0);
        told.hour(clock, "The hospital admits the patient to its records and refers them for home care");
        hospital.admit();
        hospital.refer(clock.now());
        clock.at(0, 9, 15);
        told.hour(clock, "The provider looks at the hospital's server and takes the referral in");
        List<Found> offered = provider.poll();
        ask("open", People.INTAKE, new OpenRecord(People.PROVIDER, PERSON, People.team(PERSON), List.of()));
        for (ReferralContent.Part part : content.parts()) {
            ask("profile-" + part.field(), People.CASE_MANAGER, fact(part.field(), part.text(), "fhir"));
        }
        heard("run", People.CASE_MANAGER, Channel.ELECTRONIC, new OpenRun(RUN, Referral.ID, 1));
        if (provider.record().chart().handoffs().get(HANDOFF).isEmpty()) {
            Found task = offered.stream().findFirst().orElseThrow(() -> new IllegalStateException("no referral came"));
            told.refused(provider.takeIn(RUN, HANDOFF, ReadAsk.of(Code.of("home-care"), PERSON, task.json()), task));
        }
        told.holds(provider.record(), clock.now());
    }

    /** The provider asks; each question goes out by itself and is closed by its own answer. */
    private void clarify() {
        clock.at(0, 10, 0);
        told.hour(clock, "The intake manager asks about the medication timing and the pressure injury prevention");
        answer(
                "ask",
                People.INTAKE,
                new Answer.RequestClarification(List.of(
                        question(
                                "medication-needs",
                                "Which dose is due this evening, and at what time is the tablet taken?"),
                        question("risk-considerations", "Who provides the pressure-relieving mattress?"))));
        provider.send();
        told.holds(provider.record(), clock.now());
        clock.at(0, 11, 0);
        told.hour(clock, "The hospital answers each question");
        hospital.answerQuestions(clock.now());
        unread.addAll(provider.listen());
        provider.send();
        told.holds(provider.record(), clock.now());
    }

    /** Accepting is blocked while the medication is uncertain; advice alone clears nothing. */
    private void decideSafely() {
        clock.at(0, 11, 30);
        told.hour(clock, "The supervisor sees that the new dose does not fit the old list, and says so");
        ask("uncertain", People.SUPERVISOR, new RaiseFlag(MEDICATION));
        told.hour(clock, "The intake manager tries to accept");
        told.blocked(wouldAccept("too-early"));
        clock.at(0, 12, 0);
        told.hour(clock, "The nurse consultant records guidance; advice alone clears nothing");
        ask(
                "guidance",
                People.NURSE,
                fact("clinical-guidance", "Give the evening dose with food; call if dizzy", "chart"));
        told.blocked(wouldAccept("still-too-early"));
        clock.at(0, 12, 20);
        told.hour(clock, "The supervisor reads the guidance and approves exactly what was read");
        ask(
                "approve",
                People.SUPERVISOR,
                new Approve(APPROVAL, List.of(new Covered(MEDICATION, 1), new Covered(GUIDANCE, 1))));
    }

    /** The provider would accept on a condition; the hospital answers in plain FHIR; a person reads the answer. */
    private void agree() {
        clock.at(0, 12, 30);
        told.hour(clock, "The provider would accept on a condition: the mattress is in place before the first visit");
        Instant due = clock.on(1, 9, 0);
        answer(
                "propose",
                People.INTAKE,
                new Answer.AcceptWithConditions(List.of(new Condition(
                        Sensitive.of("A pressure-relieving mattress is delivered before the first visit"),
                        Condition.Kind.PRECONDITION,
                        People.CASE_MANAGER.heldBy(Optional.empty()),
                        due))));
        provider.send();
        told.holds(provider.record(), clock.now());
        clock.at(0, 13, 0);
        told.hour(
                clock, "The hospital agrees in its own words; the intake manager reads them and records the agreement");
        hospital.agreeToConditions(clock.now());
        read("agreed", "agrees", new AgreeConditions(1));
        provider.send();
        clock.at(0, 14, 0);
        told.hour(clock, "The hospital has the mattress delivered and says so");
        hospital.reportConditionsMet(clock.now());
        read("met", "Done", new MeetCondition(1, 1));
        provider.send();
        told.holds(provider.record(), clock.now());
        clock.at(0, 14, 15);
        told.hour(clock, "The case manager's part is done; the provider accepts");
        ask("impact", People.CASE_MANAGER, fact("person-impact", "Can go home today", "fhir"));
        heard("left-referral", People.CASE_MANAGER, Channel.PHONE, new LeaveStage(RUN));
        answer("accept", People.INTAKE, new Answer.Accept());
        told.holds(provider.record(), clock.now());
        provider.send();
        told.holds(provider.record(), clock.now());
    }

    /** A person of ours reads what the hospital wrote and records what it says, graded as heard from another. */
    private void read(String name, String words, HandoffCommand said) {
        unread.addAll(provider.listen());
        List<Message> written = unread.stream()
                .filter(m -> m.text().text().orElse("").contains(words))
                .toList();
        unread.removeAll(written);
        for (Message message : written) {
            told.message(message);
            heard(name, People.CASE_MANAGER, Channel.ELECTRONIC, new InHandoff(HANDOFF, RUN, said));
        }
    }

    /** Four roles prepare at once; the scheduler is late, and that is heard. */
    private void prepare() {
        clock.at(0, 15, 0);
        told.hour(clock, "The supervisor, the nurse and the funder do their parts; the scheduler does not");
        ask("risk", People.SUPERVISOR, fact("risk-information", "Transfers with one person; heels at risk", "chart"));
        done("review-service-risk", People.SUPERVISOR);
        done("record-clinical-guidance", People.NURSE);
        ask(
                "authorized",
                People.AUTHORIZATION,
                new RecordFact(
                        Code.of("authorization-status"),
                        Sensitive.of("Authorized for thirty days"),
                        Code.of("payer"),
                        Grade.CONFIRMED));
        ask(
                "decided",
                People.AUTHORIZATION,
                TakeDecision.builder()
                        .run(RUN)
                        .topic(Code.of("authorization"))
                        .decision(Code.of("authorized"))
                        .note(Sensitive.none())
                        .build());
        done("decide-authorization", People.AUTHORIZATION);
        notified();
        ask("summary", People.INTAKE, fact("support-summary", "Two visits a day, evening medication", "chart"));
        ask("impact-2", People.INTAKE, fact("person-impact", "Comes home as soon as the visits are staffed", "chart"));
        clock.at(5, 9, 0);
        told.hour(clock, "Two business days have passed and the staffing is still not tested");
        ask("later", People.PROGRAM, new AdvanceTime());
        told.late(provider.record(), clock.now());
        clock.at(5, 9, 30);
        told.hour(clock, "The scheduler plans the staff");
        ask(
                "staffing",
                People.SCHEDULER,
                fact("staffing-plan", "Same two caregivers, mornings and evenings", "roster"));
        done("test-staffing", People.SCHEDULER);
    }

    private void notified() {
        for (WorkItem item : provider.record().work().list(clock.now())) {
            if (item.key().kind().equals(Code.of("notify"))) {
                ask("told-" + item.owedTo().role(), People.AUTHORIZATION, new Fulfil(item.key()));
            }
        }
    }

    /** The start gate, the service, and the result that goes back. */
    private void serve() {
        clock.at(5, 10, 0);
        told.hour(clock, "The provider is ready: the start gate is looked at, and passed");
        ask("left-preparation", People.INTAKE, new LeaveStage(RUN));
        ask("profile", People.CASE_MANAGER, fact("referral-profile", "Complete", "fhir"));
        ask("follow-up", People.INTAKE, fact("assigned-follow-up-owner", "supervisor", "chart"));
        ask("start", People.INTAKE, new InHandoff(HANDOFF, RUN, new StartAction()));
        provider.send();
        told.holds(provider.record(), clock.now());
        ask("left-start", People.INTAKE, new LeaveStage(RUN));
        clock.at(12, 16, 0);
        told.hour(clock, "A week later the service has done what was asked; the result goes back to the hospital");
        ask(
                "followed-up",
                People.SUPERVISOR,
                fact("follow-up-outcome", "Skin intact, evening dose taken", "visit-note"));
        done("follow-up-visit", People.SUPERVISOR);
        ask("result", People.INTAKE, fact("referral-result", "Stable at home", "visit-note"));
        ask(
                "complete",
                People.INTAKE,
                new InHandoff(
                        HANDOFF,
                        RUN,
                        new CompleteAction(List.of(new Input(
                                Code.of("result"),
                                Sensitive.of("Stable at home: skin intact, evening dose taken with food"))))));
        provider.send();
        told.holds(provider.record(), clock.now());
    }

    /** The hospital confirms and completes its own request; the provider lets the Task say so, and the run closes. */
    private void close() {
        clock.at(12, 17, 0);
        told.hour(clock, "The hospital reads the result, confirms the service and completes its own request");
        hospital.complete(clock.now());
        heard(
                "validated",
                People.CASE_MANAGER,
                Channel.ELECTRONIC,
                new InHandoff(HANDOFF, RUN, new ValidateCompletion()));
        provider.send();
        ask(
                "outcome",
                People.CASE_MANAGER,
                new RecordFact(
                        Code.of("outcome"), Sensitive.of("Remains at home"), Code.of("case-record"), Grade.CONFIRMED));
        ask("left-outcome", People.INTAKE, new LeaveStage(RUN));
        heard("validate-outcome", People.CASE_MANAGER, Channel.PHONE, new ValidateOutcome(RUN));
        heard("close", People.CASE_LEAD, Channel.PHONE, new CloseRun(RUN));
    }

    private void done(String duty, Holder by) {
        for (WorkItem item : provider.record().work().list(clock.now())) {
            if (item.key().kind().equals(Code.of(duty))) {
                ask("done-" + duty, by, new Fulfil(item.key()));
            }
        }
    }

    private void answer(String name, Holder by, Answer answer) {
        once(Act.of(CommandId.of(name), by, Stamp.at(clock.now())), answering(answer));
    }

    /** What accepting would meet now: the operation itself, its answer not stored. */
    private List<Refusal> wouldAccept(String name) {
        Act act = Act.of(CommandId.of(name), People.INTAKE, Stamp.at(clock.now()));
        return provider.would(answering(new Answer.Accept()), act);
    }

    private InHandoff answering(Answer answer) {
        Offer offer = provider.record()
                .chart()
                .handoffs()
                .get(HANDOFF)
                .flatMap(Negotiation::current)
                .orElseThrow();
        return new InHandoff(HANDOFF, RUN, new AnswerOffer(offer.number(), offer.asked(), answer));
    }

    /** The intake manager writes down what somebody at the hospital said or had sent, graded as heard from another. */
    private void heard(String name, Holder speaker, Channel channel, RecordCommand command) {
        Relayed relayed = new Relayed(speaker, channel, clock.now());
        once(new Act(CommandId.of(name), People.INTAKE, Stamp.at(clock.now()), Optional.of(relayed)), command);
    }

    private void ask(String name, Holder by, RecordCommand command) {
        once(Act.of(CommandId.of(name), by, Stamp.at(clock.now())), command);
    }

    /** What was done before a kill is not asked again. */
    private void once(Act act, RecordCommand command) {
        if (!provider.record().ledger().knows(act.command())) {
            told.refused(provider.ask(command, act));
        }
    }

    private static RecordFact fact(String field, String text, String source) {
        return new RecordFact(Code.of(field), Sensitive.of(text), Code.of(source), Grade.RECORDED);
    }

    private static Question question(String item, String text) {
        return new Question(Code.of(item), Sensitive.of(text), Sensitive.none());
    }
}
