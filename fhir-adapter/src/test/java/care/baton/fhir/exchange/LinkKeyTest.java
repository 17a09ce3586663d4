package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import care.baton.outcome.Code;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinkKeyTest {

    @Test
    void aQuestionAboutAFocusIsNotWhatATaskIsAbout() {
        assertThat(LinkKey.focus("ServiceRequest", "handoff-1", 12).isFocus()).isTrue();
        assertThat(new LinkKey("CommunicationRequest", "handoff-1", Asked.question(1, 1, Code.of("visual-focus")))
                        .isFocus())
                .isFalse();
        assertThat(LinkKey.task("handoff-1", 1).isFocus()).isFalse();
    }

    @Test
    void whatBelongsToAnOfferBelongsToNoOtherThatBeginsAlike() {
        assertThat(LinkKey.focus("ServiceRequest", "handoff-1", 12).isOf(12)).isTrue();
        assertThat(LinkKey.focus("ServiceRequest", "handoff-1", 12).isOf(1)).isFalse();
    }

    @Test
    void whatATaskStopsAnotherByIsATaskOfThatName() {
        for (boolean theirs : List.of(true, false)) {
            assertThat(LinkKey.abort("handoff-1", 1, theirs).isAbort()).isTrue();
        }
        assertThat(LinkKey.abort("handoff-1", 1, true).part()).isEqualTo("offer-1-abort-asked");
        assertThat(LinkKey.abort("handoff-1", 1, false).part()).isEqualTo("offer-1-abort");
        assertThat(new LinkKey("Communication", "handoff-1", "offer-1-abort").isAbort())
                .isFalse();
        assertThat(LinkKey.task("handoff-1", 1).isAbort()).isFalse();
    }

    @Test
    void aNameIsShortAndHasNoBlanks() {
        String longest = "h".repeat(256);
        assertThat(LinkKey.task(longest, 1).identifier()).isEqualTo(longest + "/offer-1");

        for (String none : List.of("", longest + "h", "a b", "a\tb", "a\u0000b", "a\u0085b", "a\ud83d\ude00b")) {
            assertThatIllegalArgumentException()
                    .as(none)
                    .isThrownBy(() -> LinkKey.task(none, 1))
                    .withMessageStartingWith("handoff");
            assertThatIllegalArgumentException()
                    .as(none)
                    .isThrownBy(() -> new LinkKey("Task", "handoff-1", none))
                    .withMessageStartingWith("part");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LinkKey("task", "handoff-1", "offer-1"))
                .withMessageStartingWith("type");
    }

    @Test
    void itsOrderIsThatOfHandoffsThenTypesThenParts() {
        List<LinkKey> ordered = List.of(
                new LinkKey("Task", "a", "z"),
                new LinkKey("Communication", "b", "z"),
                new LinkKey("Task", "b", "a"),
                new LinkKey("Task", "b", "b"));
        List<LinkKey> sorted = new ArrayList<>(ordered);
        Collections.reverse(sorted);
        Collections.sort(sorted);

        assertThat(sorted).isEqualTo(ordered);
        assertThat(ordered.get(0)).hasToString("LinkKey").isEqualByComparingTo(new LinkKey("Task", "a", "z"));
    }
}
