package care.baton.fhir.server;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.evidence.Entry;
import care.baton.evidence.Salt;
import care.baton.fhir.Limits;
import care.baton.fhir.exchange.Absorbed;
import care.baton.fhir.exchange.Endpoint;
import care.baton.fhir.exchange.Exchange;
import care.baton.fhir.exchange.Links;
import care.baton.fhir.exchange.Planned;
import care.baton.fhir.exchange.ReadAsk;
import care.baton.fhir.exchange.Request;
import care.baton.fhir.exchange.Response;
import care.baton.fhir.exchange.Response.Found;
import care.baton.fhir.exchange.Wire;
import care.baton.fhir.partner.Channels;
import care.baton.fhir.partner.PartnerProfile;
import care.baton.fhir.partner.PartnerProfiles;
import care.baton.fhir.partner.QuestionChannel;
import care.baton.handoff.Answer;
import care.baton.handoff.Course;
import care.baton.handoff.HandoffCommand;
import care.baton.handoff.HandoffCommand.AnswerOffer;
import care.baton.handoff.HandoffCommand.CompleteAction;
import care.baton.handoff.HandoffCommand.StartAction;
import care.baton.handoff.HandoffCommand.ValidateCompletion;
import care.baton.handoff.Input;
import care.baton.handoff.Negotiation;
import care.baton.handoff.Question;
import care.baton.outcome.Code;
import care.baton.outcome.Outcome;
import care.baton.party.Act;
import care.baton.party.CommandId;
import care.baton.party.HandoffId;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.party.PersonId;
import care.baton.party.RecordId;
import care.baton.party.Sensitive;
import care.baton.record.CoordinationRecord;
import care.baton.record.RecordCommand;
import care.baton.record.RecordCommand.InHandoff;
import care.baton.record.RecordCommand.OpenRecord;
import care.baton.record.RecordCommand.OpenRun;
import care.baton.time.Stamp;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The partner uses Baton too, as a client: it takes what lies on the desk into a record of its own and answers it. */
class BothBatonTest {

    private static final HandoffId HANDOFF = HandoffId.of("both");
    private static final PersonId PERSON = PersonId.of("Patient/p-both");
    private static final Salt SALT = Salt.of(new byte[32]);

    private final Ward ward = new Ward(profile());
    private OwnServer server;
    private Holder intake;
    private Exchange exchange;
    private Wire wire;
    private CoordinationRecord record;
    private Links links = Links.none();
    private int commands;

    /** A plain partner whose questions go as remarks: the desk takes in nothing but Tasks. */
    private static PartnerProfile profile() {
        Channels plain = PartnerProfiles.plainR4().channels();
        return PartnerProfiles.plainR4().toBuilder()
                .channels(new Channels(
                        QuestionChannel.NOTE,
                        QuestionChannel.NOTE,
                        plain.selection(),
                        plain.respondBy(),
                        plain.restriction()))
                .build();
    }

    @BeforeEach
    void starts() throws Exception {
        server = new OwnServer(ward, Limits.standard());
        intake = Ward.intake(Ward.CARE);
        Endpoint endpoint = new Endpoint(
                ward.base, profile(), Holder.of(Ward.US, Code.of("case-manager")), intake, Ward.CARE.value());
        exchange = new Exchange(endpoint, Ward.RULES);
        wire = new Wire(endpoint, Limits.standard(), Duration.ofSeconds(20), () -> Optional.of("care"));
        record = CoordinationRecord.of(RecordId.of("theirs"));
        does(new OpenRecord(OrganizationId.of("Organization/care"), PERSON, Ward.team(Ward.CARE, PERSON), List.of()));
        does(Ward.SENDER, new OpenRun(Ward.RUN, Ward.RULES.pathways().get(0).id(), 1));
    }

    @AfterEach
    void stops() {
        wire.close();
        server.close();
    }

    @Test
    void anOfferIsTakenAskedAboutAcceptedDoneAndConfirmed() {
        ward.offers(Ward.CARE, "both", "");
        takes();
        says(answer(new Answer.RequestClarification(
                List.of(new Question(Code.of("floor"), Sensitive.of("Which floor?"), Sensitive.none())))));
        settles();
        assertThat(ward.holder("both")).contains(Ward.US);

        says(answer(new Answer.Accept()));
        assertThat(holds()).isFalse();
        settles();
        assertThat(holds()).isTrue();
        assertThat(ward.holder("both")).contains(Ward.CARE);

        says(new StartAction());
        settles();
        says(new CompleteAction(List.of(new Input(Code.of("result"), Sensitive.of("Stable")))));
        settles();
        assertThat(ward.talks("both").course()).isEqualTo(Course.VALIDATING);
        assertThat(ward.says(HANDOFF, new ValidateCompletion())).isEmpty();
        settles();
        assertThat(ward.talks("both").course()).isEqualTo(Course.CLOSED);
        assertThat(holds()).isFalse();
    }

    private HandoffCommand answer(Answer answer) {
        return new AnswerOffer(1, talks().current().orElseThrow().asked(), answer);
    }

    private void takes() {
        Response.Page page = (Response.Page) wire.perform(new Request.Poll(Optional.empty()));
        List<Found> offered = exchange.offered(page, links);
        assertThat(offered).hasSize(1);
        Absorbed taken = exchange.take(
                record,
                links,
                Ward.RUN,
                HANDOFF,
                ReadAsk.of(Code.of("home-care"), PERSON, offered.get(0).json()),
                offered.get(0),
                SALT,
                ward.now);
        assertThat(taken.refusals()).isEmpty();
        store(taken);
        settles();
    }

    /** Polls, and sends all that is owed, until nothing is. */
    private void settles() {
        ward.now = ward.now.plusSeconds(60);
        store(exchange.absorb(record, links, wire.perform(new Request.Poll(Optional.empty())), SALT, ward.now));
        for (int round = 0; round < 20; round++) {
            Planned planned = exchange.plan(record, links, ward.now);
            links = planned.links();
            if (planned.requests().isEmpty()) {
                return;
            }
            planned.requests().forEach(one -> store(exchange.absorb(record, links, wire.perform(one), SALT, ward.now)));
        }
        throw new AssertionError("it goes round and round");
    }

    private void store(Absorbed absorbed) {
        record = absorbed.record();
        links = absorbed.links();
    }

    private void says(HandoffCommand command) {
        does(new InHandoff(HANDOFF, Ward.RUN, command));
    }

    private void does(RecordCommand command) {
        does(intake, command);
    }

    private void does(Holder by, RecordCommand command) {
        Act act = Act.of(CommandId.of("t-" + ++commands), by, Stamp.at(ward.now));
        Outcome<CoordinationRecord, Entry> outcome = record.decide(command, act, SALT, Ward.RULES);
        assertThat(outcome.refusals()).isEmpty();
        record = outcome.orThrow().state();
    }

    private Negotiation talks() {
        return record.chart().handoffs().get(HANDOFF).orElseThrow();
    }

    private boolean holds() {
        return record.work()
                .ownerAt(HANDOFF, ward.now)
                .filter(holder -> holder.organization().equals(Ward.CARE))
                .isPresent();
    }
}
