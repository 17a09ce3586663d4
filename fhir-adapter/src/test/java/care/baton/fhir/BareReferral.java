package care.baton.fhir;

import care.baton.catalog.Referral;
import care.baton.pathway.Pathway;
import care.baton.pathway.Stage;
import java.util.List;

/** The referral pathway without its fields, duties and forms: the exchange alone is looked at. */
public final class BareReferral {

    private BareReferral() {}

    /**
     * The referral with its stages alone.
     *
     * @param gated whether the gates of its first stage stay
     * @return the pathway
     */
    public static Pathway pathway(boolean gated) {
        Pathway p = Referral.handoff();
        List<Stage> stages = p.stages().stream()
                .map(s -> new Stage(
                        s.code(),
                        s.owner(),
                        Stage.ANY_FORM,
                        s.evidence(),
                        s.due(),
                        s.attend(),
                        s.ladder(),
                        s.reviewer(),
                        List.of(),
                        gated && s == p.stages().get(0) ? s.gates() : List.of(),
                        List.of()))
                .toList();
        return new Pathway(
                p.id(),
                p.version(),
                p.title(),
                p.owner(),
                p.roles(),
                p.responsibilities(),
                stages,
                p.ladders(),
                p.handoff(),
                p.guide(),
                p.review(),
                p.closure(),
                p.flags(),
                p.waivers(),
                p.notices(),
                p.evidence());
    }
}
