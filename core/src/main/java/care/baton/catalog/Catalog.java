package care.baton.catalog;

import care.baton.pathway.Pathway;
import java.util.List;

/** Every pathway that comes with the library. */
public final class Catalog {

    private Catalog() {}

    /**
     * The newest version of each.
     *
     * @return in the order in which they are described
     */
    public static List<Pathway> all() {
        return List.of(
                Referral.handoff(),
                PostDischarge.coordination(),
                MedicationChange.sameDay(),
                ServiceChange.notification(),
                EmergingRisk.review(),
                ServiceBoundary.guide(),
                UnderAuthorized.reassessment(),
                FundingReview.complexPathway(),
                Transition.toPrimaryCare(),
                LoadReview.medicationChange(),
                LoadReview.changedNeed(),
                SharedCare.homeHealth(),
                SharedCare.behavioralHealth(),
                SharedCare.chronicDisease(),
                SharedCare.pediatric(),
                CaseManagerContact.reviewed(),
                QualityFollowUp.ofFinding());
    }
}
