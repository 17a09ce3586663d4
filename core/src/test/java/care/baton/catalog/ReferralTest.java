package care.baton.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.party.Holder;
import org.junit.jupiter.api.Test;

/** The referral as it is shipped. */
class ReferralTest {
    @Test
    void theCaseManagerOpensItAndHoldsItsFirstStage() {
        Scene scene = Scene.of(Referral.handoff()).opens("case-manager", Referral.ID);

        assertThat(scene.owed("stage", "referral").orElseThrow().holder())
                .isEqualTo(Scene.seat("case-manager").heldBy(java.util.Optional.empty()));
        assertThat(scene.owed("outcome", "whole").orElseThrow().holder())
                .isEqualTo(Holder.of(Scene.House.COUNTY.id(), Roles.CASE_MANAGEMENT_LEAD));
    }
}
