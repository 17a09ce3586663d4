package care.baton.fhir.server;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.evidence.Entry;
import care.baton.fhir.FhirJson;
import care.baton.fhir.Offers;
import care.baton.fhir.exchange.Absorbed;
import care.baton.fhir.exchange.Link;
import care.baton.fhir.exchange.LinkJson;
import care.baton.fhir.exchange.Links;
import care.baton.fhir.server.Reply.Stored;
import care.baton.fhir.server.Reply.Turned;
import care.baton.fhir.server.Reply.Why;
import care.baton.handoff.Ask;
import care.baton.handoff.HandoffCommand;
import care.baton.handoff.HandoffCommand.WithdrawOffer;
import care.baton.outcome.Code;
import care.baton.outcome.Outcome;
import care.baton.party.Act;
import care.baton.party.CommandId;
import care.baton.party.HandoffId;
import care.baton.party.Sensitive;
import care.baton.record.CoordinationRecord;
import care.baton.record.RecordCommand.InHandoff;
import care.baton.time.Stamp;
import care.baton.trace.Promise;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** However much a partner's system writes on a Task of ours, what we have still to say has room there. */
class RoomTest {

    private static final String NAME = "h1";
    private static final HandoffId HANDOFF = HandoffId.of(NAME);
    private static final int WHOLE = 262_144;
    private static final WithdrawOffer WITHDRAWAL = new WithdrawOffer(1, Code.of("found-another"));

    private final Ward ward = new Ward();
    private final String id = ward.offers(Ward.CARE, NAME);

    @Test
    @Promise(30)
    void aWithdrawalStandsAtOnceOnATaskThatThePartnerHasFilled() {
        Reply over = ward.writes(Ward.CARE, id, t -> fill(t, WHOLE - 100));
        assertThat(over)
                .isInstanceOfSatisfying(Turned.class, no -> assertThat(no.why()).isEqualTo(Why.TOO_LARGE));
        assertThat(over.toString()).contains("too-large");
        assertThat(ward.writes(Ward.CARE, id, t -> fill(t, WHOLE - Room.CHARACTERS - 500)))
                .isInstanceOf(Stored.class);

        assertThat(ward.says(HANDOFF, WITHDRAWAL)).isEmpty();
        assertThat(status()).isEqualTo("cancelled");
        assertThat(ward.writes(Ward.CARE, id, t -> t.put("status", "accepted"))).isInstanceOf(Turned.class);
        assertThat(ward.holder(NAME)).contains(Ward.US);
    }

    @Test
    @Promise(30)
    void aListIsFilledToWhereWeStillMayAdd() {
        assertThat(ward.writes(Ward.CARE, id, t -> extensions(t, 1_000))).isInstanceOfSatisfying(Turned.class, no -> {
            assertThat(no.why()).isEqualTo(Why.TOO_LARGE);
            assertThat(no.issues()).extracting(i -> i.path()).containsExactly("Task.extension");
        });
        assertThat(ward.writes(Ward.CARE, id, t -> extensions(t, 1_000 - Room.ENTRIES)))
                .isInstanceOf(Stored.class);

        assertThat(ward.says(HANDOFF, WITHDRAWAL)).isEmpty();
        assertThat(status()).isEqualTo("cancelled");
    }

    @Test
    void whatAddsNothingIsNotTooLarge() {
        ObjectNode full = ward.task(Ward.CARE, id).json().tree();
        fill(full, WHOLE - 100);

        assertThat(Room.taken(FhirJson.of(full), FhirJson.of(full.deepCopy().put("status", "accepted"))))
                .isEmpty();
    }

    @Test
    void whatCouldNotBeReadAgainIsNamedAndWhatStoodThereStays() {
        Links full = Links.of(ward.folder(NAME).links().all().stream()
                .map(link -> link.key().type().equals("Task") ? withAFullList(link) : link)
                .toList());
        Absorbed laid = ward.desk(Ward.CARE).lay(decided(WITHDRAWAL), full, ward.salt(), ward.now);

        assertThat(laid.issues()).extracting(i -> i.code().value()).contains("too-large");
        assertThat(ward.desk(Ward.CARE).shown(laid.links(), "Task", id))
                .hasValueSatisfying(task ->
                        assertThat(task.json().element("status").asText()).isEqualTo("requested"));
    }

    @Test
    void anOfferThatLeavesItsReceiverNoRoomToAnswerIsNamedAndNotLaidOut() {
        assertThat(ward.says(HANDOFF, WITHDRAWAL)).isEmpty();
        Ask ask = ward.offer(NAME).ask();
        Ask longer = new Ask(
                ask.code(),
                ask.person(),
                ask.priority(),
                ask.focus(),
                Sensitive.of("x".repeat(200_000)),
                ask.input(),
                ask.finishBy());
        CoordinationRecord offered = decided(Offers.firm(Ward.intake(Ward.CARE), longer));
        Absorbed laid = ward.desk(Ward.CARE).lay(offered, ward.folder(NAME).links(), ward.salt(), ward.now);

        assertThat(laid.issues()).extracting(i -> i.code().value()).contains("too-large");
        assertThat(laid.links().all())
                .filteredOn(link -> link.key().part().equals("offer-2"))
                .allSatisfy(link -> assertThat(link.id()).isEmpty());
    }

    private CoordinationRecord decided(HandoffCommand command) {
        Act act = Act.of(CommandId.of("c-room"), Ward.SENDER, Stamp.at(ward.now));
        Outcome<CoordinationRecord, Entry> outcome = ward.folder(NAME)
                .record()
                .decide(new InHandoff(HANDOFF, Ward.RUN, command), act, ward.salt(), Ward.RULES);
        return outcome.orThrow().state();
    }

    private String status() {
        return ward.task(Ward.CARE, id).json().element("status").asText();
    }

    private static Link withAFullList(Link link) {
        ObjectNode stored =
                FhirJson.read(LinkJson.write(link)).value().orElseThrow().tree();
        ObjectNode task = FhirJson.read(stored.path("seen").asText())
                .value()
                .orElseThrow()
                .tree();
        extensions(task, 1_000);
        stored.put("seen", FhirJson.of(task).text());
        return LinkJson.read(stored.toString()).value().orElseThrow();
    }

    private static void extensions(ObjectNode task, int number) {
        ArrayNode all = task.withArray("/extension");
        while (all.size() < number) {
            all.addObject().put("url", "http://ehr.example/x").put("valueBoolean", true);
        }
    }

    /** Adds words until it has so many characters, or a few less. */
    private static void fill(ObjectNode task, int characters) {
        List<Integer> pieces = List.of(200_000, 100_000, 50_000, 20_000, 10_000, 5_000, 1_000, 400);
        for (int piece : pieces) {
            while (task.toString().length() + piece + 60 <= characters) {
                task.withArray("/extension")
                        .addObject()
                        .put("url", "http://ehr.example/x")
                        .put("valueString", "y".repeat(piece));
            }
        }
    }
}
