package care.baton.fhir.server;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.RawDocument;
import care.baton.fhir.exchange.Exchange;
import care.baton.fhir.exchange.Response.Found;
import care.baton.fhir.partner.PartnerProfiles;
import care.baton.fhir.server.Reply.Stored;
import care.baton.fhir.server.Reply.Turned;
import care.baton.handoff.HandoffCommand.NameDiscrepancy;
import care.baton.handoff.Kinds;
import care.baton.party.HandoffId;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On our own desk too a partner is asked to stop by a second Task, and answers it there. */
class StopAskedTest {

    private static final String NAME = "stopped";

    private final Ward ward = new Ward(PartnerProfiles.clinicalOrderWorkflow());
    private String work = "";

    @BeforeEach
    void theyHaveBegunAndItIsToBeStopped() {
        work = ward.offers(Ward.CARE, NAME);
        assertThat(edits(work, task -> task.put("status", "accepted"))).isInstanceOf(Stored.class);
        assertThat(edits(work, task -> task.put("status", "in-progress"))).isInstanceOf(Stored.class);
        assertThat(ward.says(HandoffId.of(NAME), new NameDiscrepancy(1, Exchange.TO_BE_STOPPED)))
                .isEmpty();
    }

    private String abort() {
        return ward.folder(NAME).links().all().stream()
                .filter(link -> link.key().isAbort())
                .flatMap(link -> link.id().stream())
                .findFirst()
                .orElseThrow();
    }

    private Found shown(String id) {
        return ward.desk(Ward.CARE).shown(ward.folder(NAME).links(), "Task", id).orElseThrow();
    }

    private Reply edits(String id, Consumer<ObjectNode> change) {
        Found read = shown(id);
        ObjectNode tree = read.json().tree();
        change.accept(tree);
        Folder before = ward.folder(NAME);
        Reply reply = ward.desk(Ward.CARE)
                .answer(
                        before.record(),
                        before.links(),
                        new Edit(
                                id,
                                Optional.of(read.version()),
                                new RawDocument(tree.toString().getBytes(StandardCharsets.UTF_8))),
                        ward.salt(),
                        ward.now);
        if (reply instanceof Stored stored) {
            assertThat(ward.store(before, stored.after())).isTrue();
        }
        ward.now = ward.now.plusSeconds(60);
        return reply;
    }

    private boolean looks(String what) {
        return ward.folder(NAME).record().chart().obligations().openOf(NAME, Kinds.LOOK_INTO).stream()
                .anyMatch(o -> o.key().subject().equals("offer-1-" + what));
    }

    @Test
    void theSecondTaskLiesThereBesideTheFirst() {
        assertThat(shown(abort()).json().element("focus").path("reference").asText())
                .isEqualTo("Task/" + work);
        assertThat(ward.holder(NAME)).hasValue(Ward.CARE);
    }

    @Test
    void aNoIsHeardByAPerson() {
        assertThat(edits(abort(), task -> task.put("status", "rejected"))).isInstanceOf(Stored.class);

        assertThat(looks("stop-refused")).isTrue();
        assertThat(ward.holder(NAME)).hasValue(Ward.CARE);
    }

    @Test
    void theWordsBesideTheAnswerComeToAPersonToo() {
        assertThat(edits(abort(), task -> {
                    task.put("status", "rejected");
                    task.putArray("note").addObject().put("text", "She is on her way already");
                }))
                .isInstanceOf(Stored.class);

        assertThat(ward.messages).hasSize(1);
        assertThat(ward.messages.get(0).text().text()).hasValue("She is on her way already");
    }

    @Test
    void whatWasAnsweredIsNotAskedAgainByWhomeverWasAsked() {
        assertThat(edits(abort(), task -> task.put("status", "rejected"))).isInstanceOf(Stored.class);

        assertThat(edits(abort(), task -> task.put("status", "requested"))).isInstanceOf(Turned.class);
        assertThat(edits(abort(), task -> task.put("status", "entered-in-error")))
                .isInstanceOf(Turned.class);
    }

    @Test
    void aYesIsHeardAndTheWorkIsOursOnceItIsCancelledThere() {
        assertThat(edits(abort(), task -> task.put("status", "accepted"))).isInstanceOf(Stored.class);
        assertThat(looks("stop-agreed")).isTrue();
        assertThat(ward.holder(NAME)).hasValue(Ward.CARE);

        assertThat(edits(work, task -> {
                    task.put("status", "cancelled");
                    task.putObject("statusReason").put("text", "Stopped as asked");
                }))
                .isInstanceOf(Stored.class);
        assertThat(ward.holder(NAME)).hasValue(Ward.US);
    }

    @Test
    void whatIsAskedStaysAsItIs() {
        assertThat(edits(abort(), task -> task.putObject("focus").put("reference", "Task/other")))
                .isInstanceOf(Turned.class);
        assertThat(edits(abort(), task -> task.put("intent", "plan"))).isInstanceOf(Turned.class);
    }
}
