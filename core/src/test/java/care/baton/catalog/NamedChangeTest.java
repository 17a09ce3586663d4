package care.baton.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.evidence.Grade;
import care.baton.outcome.Code;
import care.baton.party.Sensitive;
import care.baton.record.RecordCommand.RecordFact;
import care.baton.record.RecordCommand.SetFactAside;
import care.baton.trace.Requirement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever is to hear of a change hears of it as soon as it is said, once, and of nothing that was never said. */
class NamedChangeTest {

    private static final String TRIGGER = "change-trigger";
    private static final String MANAGER = "program-manager";

    private final ServiceChangeTest change = new ServiceChangeTest();

    @Test
    @Requirement("TRN-26")
    void whatIsOnlyHeardIsToldOnceItIsConfirmed() {
        Scene scene = change.opened().does(MANAGER, heard("funding"));
        assertThat(told(scene)).isEmpty();
        assertThat(told(says(scene, "funding"))).containsExactly("funding", "funding");

        Scene again = OutlinedRoad.allTold(says(OutlinedRoad.allTold(scene), "support-need"));
        again.later(Duration.ofMinutes(1)).does(MANAGER, heard("funding"));
        assertThat(told(again)).isEmpty();
        assertThat(told(says(again, "funding"))).containsExactly("funding", "funding");
    }

    @Test
    @Requirement("TRN-26")
    void whatIsHeardBetweenMakesTheSameWordNotNew() {
        Scene scene = OutlinedRoad.allTold(says(change.opened(), "funding"));
        says(scene.does(MANAGER, heard("mobility")), "funding");
        assertThat(told(scene)).isEmpty();
    }

    @Test
    @Requirement("TRN-19")
    void whatWasSaidInErrorIsToldToNobodyAndWhatIsOutdatedStillIs() {
        Scene wrong = says(change.opened().later(Duration.ofMinutes(1)), "funding");
        assertThat(told(aside(wrong.fork(), false))).containsExactly("funding", "funding");
        assertThat(told(aside(wrong, true))).isEmpty();
        assertThat(told(says(wrong, "funding"))).containsExactly("funding", "funding");

        Scene begun = change.known().does(MANAGER, change.open());
        assertThat(told(begun)).containsExactly("support-need");
        assertThat(told(aside(begun, true))).isEmpty();
    }

    @Test
    @Requirement("TRN-19")
    void whatElseIsInErrorTakesNoWordBack() {
        Scene scene = says(change.opened().later(Duration.ofMinutes(1)), "funding");
        says(scene, "mobility").says(MANAGER, "person-impact", "mobility");
        assertThat(told(aside(scene, "person-impact", true))).containsExactly("funding", "funding", "mobility");
        assertThat(told(aside(scene, true))).containsExactly("funding", "funding");
    }

    @Test
    @Requirement("TRN-19")
    void whatWasDecidedTooIsStillTold() {
        Scene scene = says(change.opened().later(Duration.ofMinutes(1)), "mobility");
        scene.later(Duration.ofMinutes(1)).does(MANAGER, OutlinedGuide.decision("mobility"));
        scene.does(MANAGER, OutlinedGuide.decision("staffing-intensity"));
        assertThat(told(aside(scene, true))).containsExactly("mobility", "staffing-intensity");
    }

    private static Scene says(Scene scene, String change) {
        return scene.says(MANAGER, TRIGGER, change);
    }

    private static RecordFact heard(String change) {
        return new RecordFact(Code.of(TRIGGER), Sensitive.of(change), Code.of("telephone"), Grade.RELAYED);
    }

    private static Scene aside(Scene scene, boolean inError) {
        return aside(scene, TRIGGER, inError);
    }

    private static Scene aside(Scene scene, String field, boolean inError) {
        int version = scene.record()
                .chart()
                .evidence()
                .fact(Code.of(field))
                .orElseThrow()
                .version();
        return scene.does(MANAGER, new SetFactAside(Code.of(field), version, inError, Code.of("wrong-entry")));
    }

    /** The changes that somebody is to be told of. */
    private static List<String> told(Scene scene) {
        return scene.lines("notify").stream()
                .map(line -> line.substring("notify ".length(), line.indexOf(':')))
                .toList();
    }
}
