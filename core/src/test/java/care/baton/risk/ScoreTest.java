package care.baton.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import care.baton.outcome.Code;
import care.baton.trace.Requirement;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The scores that are taken, and the one that is worked out. */
class ScoreTest {

    private static final Code SOURCE = Code.of("hospital");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @Test
    @Requirement("RSK-41")
    void aScoreLiesInTheRangeOfItsInstrument() {
        List<Instrument> all =
                List.of(Instrument.LACE, Instrument.PHQ_9, Instrument.PROMIS, Instrument.HCAHPS, Instrument.HCC);
        for (Instrument one : all) {
            assertThat(new Score(one, one.lowest(), SOURCE, DAY).date()).isEqualTo(DAY);
            assertThat(new Score(one, one.highest(), SOURCE, DAY).source()).isEqualTo(SOURCE);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Score(one, one.lowest() - 1, SOURCE, DAY))
                    .withMessageStartingWith("value:");
            assertThatIllegalArgumentException().isThrownBy(() -> new Score(one, one.highest() + 1, SOURCE, DAY));
        }
        assertThat(List.of(Instrument.LACE.lowest(), Instrument.LACE.highest())).containsExactly(0L, 19L);
        assertThat(List.of(Instrument.PHQ_9.lowest(), Instrument.PHQ_9.highest()))
                .containsExactly(0L, 27L);
    }

    @Test
    void laceIsTheSumOfItsPublishedParts() {
        assertThat(new Lace(0, false, 0, 0).points()).isZero();
        int[] stays = {0, 1, 2, 3, 4, 4, 4, 5, 5, 5, 5, 5, 5, 5, 7, 7};
        for (int days = 0; days < stays.length; days++) {
            assertThat(new Lace(days, false, 0, 0).points()).as("days " + days).isEqualTo(stays[days]);
        }
        assertThat(new Lace(0, true, 0, 0).points()).isEqualTo(3);
        int[] illness = {0, 1, 2, 3, 5, 5, 5};
        int[] visits = {0, 1, 2, 3, 4, 4, 4};
        for (int i = 0; i < illness.length; i++) {
            assertThat(new Lace(0, false, i, 0).points()).isEqualTo(illness[i]);
            assertThat(new Lace(0, false, 0, i).points()).isEqualTo(visits[i]);
        }
        assertThat(new Lace(90, true, 9, 9).score(SOURCE, DAY)).isEqualTo(new Score(Instrument.LACE, 19, SOURCE, DAY));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Lace(-1, true, 0, 0))
                .withMessage("days: from 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Lace(1, true, -1, 0))
                .withMessage("comorbidity: from 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Lace(1, true, 0, -1))
                .withMessage("visits: from 0");
    }

    @Test
    void nothingPrintsAFigureAboutThePerson() {
        assertThat(List.of(
                        new Score(Instrument.PHQ_9, 23, SOURCE, DAY).toString(),
                        Measured.of(71_500, "g").toString(),
                        new Effort(47, 4).toString(),
                        new Lace(12, true, 3, 4).toString()))
                .containsExactly("Score[phq-9]", "Measured[g]", "Effort[]", "Lace[]");
    }

    @Test
    void whatCannotBeIsRefusedByName() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Effort(-1, 1)).withMessageStartingWith("minutes:");
        assertThatIllegalArgumentException().isThrownBy(() -> new Effort(1_441, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Effort(1, 0)).withMessageStartingWith("complexity:");
        assertThatIllegalArgumentException().isThrownBy(() -> new Effort(1, 6));
        assertThatIllegalArgumentException().isThrownBy(() -> Measured.of(1_000_000_000_001L, "g"));
        assertThatIllegalArgumentException().isThrownBy(() -> Measured.of(-1_000_000_000_001L, "g"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Instrument(SOURCE, SOURCE, 3, 3, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Instrument(SOURCE, SOURCE, 0, 3, 7));
        assertThatIllegalArgumentException().isThrownBy(() -> new Instrument(SOURCE, SOURCE, 0, 3, -1));
    }
}
