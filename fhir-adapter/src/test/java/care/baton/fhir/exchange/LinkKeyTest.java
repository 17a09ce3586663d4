package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.outcome.Code;
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
}
