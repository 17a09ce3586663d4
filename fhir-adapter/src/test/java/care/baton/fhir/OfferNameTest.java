package care.baton.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.baton.party.HandoffId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfferNameTest {

    @ParameterizedTest
    @CsvSource({"h,1,report,h/offer-1-report", "h/offer-2,10,request,h/offer-2/offer-10-request", "h,3,'',h/offer-3"})
    void aNameIsReadBackAsWhatItWas(String handoff, int offer, String part, String value) {
        OfferName name = new OfferName(HandoffId.of(handoff), offer, part);

        assertThat(name.value()).isEqualTo(value);
        assertThat(OfferName.read(value, part)).contains(name);
    }

    @ParameterizedTest
    @CsvSource({
        "h/offer-1-report,request",
        "h/offer-1-report,''",
        "h/offer-01,''",
        "h/offer-+1,''",
        "h/offer-0,''",
        "h/offer-,''",
        "h/offer--report,report",
        "/offer-1,''",
        "h/offer-99999999999,''",
        "offer-1,''"
    })
    void whatIsNoNameOfOursIsNone(String value, String part) {
        assertThat(OfferName.read(value, part)).isEmpty();
    }

    @Test
    void anOfferHasANumber() {
        assertThatThrownBy(() -> new OfferName(HandoffId.of("h"), 0, ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("offer");
    }
}
