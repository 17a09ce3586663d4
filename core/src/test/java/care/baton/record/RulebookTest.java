package care.baton.record;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.catalog.PostDischarge;
import care.baton.catalog.Referral;
import care.baton.pathway.Altered;
import care.baton.pathway.Pathway;
import care.baton.time.ServiceCalendar;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class RulebookTest {

    private static final Pathway REFERRAL = Referral.handoff();
    private static final Pathway DISCHARGE = PostDischarge.coordination();
    private static final Rulebook BOTH = new Rulebook(List.of(DISCHARGE, REFERRAL), HomeStart.CALENDAR);

    @Test
    void aDefinitionIsFoundByItsNameAndVersion() {
        assertThat(BOTH.pathway(REFERRAL.id(), 1)).contains(REFERRAL);
        assertThat(BOTH.pathway(REFERRAL.id(), 2)).isEmpty();
        assertThat(BOTH.pathway(HomeStart.RUN, 1)).isEmpty();
    }

    @Test
    void aDefinitionHasItsOwnFingerprintInTheRulebookOrOutsideIt() {
        Pathway next = Altered.with(REFERRAL, "version", 2);

        assertThat(BOTH.hash(REFERRAL)).isEqualTo(REFERRAL.hash());
        assertThat(BOTH.hash(DISCHARGE)).isEqualTo(DISCHARGE.hash());
        assertThat(BOTH.hash(next)).isEqualTo(next.hash());
        assertThat(BOTH.hash(HomeStart.pathway())).isEqualTo(HomeStart.pathway().hash());
    }

    @Test
    void twoRulebooksAreTheSameWhereDefinitionsAndCalendarAre() {
        ServiceCalendar plain = HomeStart.CALENDAR;
        ServiceCalendar elsewhere = new ServiceCalendar(
                ZoneId.of("Europe/Dublin"), plain.workingDays(), plain.opens(), plain.closes(), plain.holidays());

        assertThat(BOTH)
                .isEqualTo(new Rulebook(List.of(DISCHARGE, REFERRAL), plain))
                .hasSameHashCodeAs(new Rulebook(List.of(DISCHARGE, REFERRAL), plain))
                .isNotEqualTo(new Rulebook(List.of(DISCHARGE), plain))
                .isNotEqualTo(new Rulebook(List.of(DISCHARGE, REFERRAL), elsewhere))
                .doesNotHaveSameHashCodeAs(new Rulebook(List.of(DISCHARGE), plain))
                .isNotEqualTo("rules")
                .hasToString("Rulebook[2]");
    }
}
