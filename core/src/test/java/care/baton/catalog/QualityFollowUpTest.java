package care.baton.catalog;

import static care.baton.catalog.Scene.told;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The follow-up of a quality finding as it is shipped. */
class QualityFollowUpTest extends Outlined {

    private static final Outline OUTLINE = Outline.of("""
            run      | pathway   | quality-follow-up
            run      | owner     | program-manager
            run      | records   | program-manager
            run      | decides   | program-manager
            run      | escalates | supervisor
            run      | closes    | program-manager
            run      | validates | case-manager
            run      | review    | access-lead
            run      | by        | 04-01 11:00
            run      | again     | 05-01 11:00
            run      | ladder    | provider
            run      | receiver  | supervisor
            ladder   | provider  | +0h program-manager 03-03 17:00 +24h case-manager 03-03 17:00
            stage    | finding | program-manager | sbar | quality-record | access-lead | 03-09 17:00 | provider
            field    | open   | quality-finding | program-manager | recorded | said | program-manager | 03-04 17:00
            field    | decide | finding-cause | program-manager supervisor | recorded | said | program-manager | 03-09 17:00
            field    | close  | person-impact | program-manager | recorded | said | program-manager | 03-04 17:00
            duty     | improve | supervisor | 03-09 17:00 | provider
            proof    | improvement-made | supervisor | recorded | said
            stage    | result | program-manager | sbar | outcome-record | access-lead | 04-01 11:00 | provider
            field    | close  | improvement-outcome | program-manager | recorded | said | program-manager | 04-01 11:00
            field    | close  | person-impact | program-manager | recorded | said | program-manager | 03-04 17:00
            closure  | improvement-outcome | program-manager | recorded | said
            topic    | improvement | program-manager | finding-repeated
            topic    | practice | supervisor | practice-unsafe
            topic    | support-plan | case-manager | plan-no-longer-fits
            """);

    QualityFollowUpTest() {
        super(QualityFollowUp.ofFinding(), OUTLINE);
    }

    @Test
    void nothingIsDecidedBeforeTheCauseIsKnown() {
        assertThat(told(at(0).refusals("program-manager", decision("proceed"))))
                .containsExactly("FIELD_MISSING finding-cause [program-manager, supervisor]");
    }
}
