package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.partner.PartnerProfiles;
import care.baton.handoff.Answer;
import care.baton.handoff.Kinds;
import care.baton.handoff.Question;
import care.baton.outcome.Code;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the other side says in a remark on the Task comes to a person, and once. */
class NotesTest extends TwoSites {

    @Test
    void aRemarkOfThePartnersIsTold() {
        offer();
        remarks("Patient died this morning");

        assertThat(told(receiver)).containsExactly("Patient died this morning");
        assertThat(receiver.absorbs(server.page(), now).messages()).isEmpty();
        assertThat(told(receiver)).isEmpty();
        assertThat(looks()).isEmpty();
    }

    @Test
    void ourOwnRemarksAreNotToldToUs() {
        with(PartnerProfiles.statusAndNotes());
        offer();
        answer(new Answer.RequestClarification(List.of(Question.about(Code.of("dose")))));
        receiver.settles(server, now);

        assertThat(task().path("note")).isNotEmpty();
        assertThat(told(receiver)).isEmpty();
        assertThat(looks()).isEmpty();
    }

    @Test
    void aRemarkIsLookedAtWhereItIsHowThePartnerAnswers() {
        with(PartnerProfiles.statusAndNotes());
        offer();
        answer(new Answer.RequestClarification(List.of(Question.about(Code.of("dose")))));
        receiver.settles(server, now);
        remarks("The lower");

        assertThat(told(receiver)).containsExactly("The lower");
        assertThat(looks()).containsExactly("offer-1-answer-in-a-note");
    }

    private void remarks(String text) {
        foreign(task -> {
            ObjectNode note = task.withArray("/note").addObject();
            note.put("authorString", "Ward 3").put("text", text);
        });
    }

    @Test
    void whenARemarkWasMadeIsToldAsItIsWrittenAndNotWhereItIsNot() {
        offer();
        receiver.absorbs(server.page(), now);
        remarks("Ask the daughter");
        assertThat(messages(receiver))
                .singleElement()
                .satisfies(m -> assertThat(m.sent().isNone()).isTrue());

        foreign(task ->
                task.withArray("/note").addObject().put("time", "2026-03-02").put("text", "Done"));
        assertThat(messages(receiver))
                .singleElement()
                .satisfies(m -> assertThat(m.sent().text()).contains("2026-03-02"));
    }

    private List<String> told(Site site) {
        return messages(site).stream()
                .map(message -> message.text().text().orElseThrow())
                .toList();
    }

    private List<Message> messages(Site site) {
        Response.Found found = server.tasks().get(0);
        site.absorbs(new Response.Page(List.of(found), Optional.empty()), now);
        return site.plans(now).stream()
                .flatMap(request -> site.absorbs(server.perform(request), now).messages().stream())
                .toList();
    }

    private List<String> looks() {
        return receiver.record.chart().obligations().openOf("handoff-1", Kinds.LOOK_INTO).stream()
                .map(o -> o.key().subject())
                .toList();
    }
}
