package care.baton.record;

import static care.baton.record.HomeStart.HANDOFF;
import static care.baton.record.HomeStart.INTAKE;
import static care.baton.record.HomeStart.NURSE;
import static care.baton.record.HomeStart.PLANNER;
import static care.baton.record.HomeStart.ROUTINES;
import static care.baton.record.HomeStart.START;
import static care.baton.record.HomeStart.ask;
import static care.baton.record.HomeStart.hours;
import static care.baton.record.HomeStart.in;
import static care.baton.record.HomeStart.offer;
import static care.baton.record.HomeStart.says;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.evidence.Salt;
import care.baton.handoff.Arbiter;
import care.baton.handoff.HandoffCommand.OfferHandoff;
import care.baton.handoff.Kinds;
import care.baton.handoff.OfferKind;
import care.baton.obligation.Obligation;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.outcome.Refusal;
import care.baton.party.Act;
import care.baton.party.Agreement;
import care.baton.party.Channel;
import care.baton.party.CommandId;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.record.RecordCommand.InHandoff;
import care.baton.record.RecordCommand.LeaveTeam;
import care.baton.record.RecordCommand.RecordAgreement;
import care.baton.time.Stamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** To whom an offer can go: to somebody who takes part, or who is reached as was agreed. */
class AddresseeTest {

    private static final Holder STRANGER = Holder.of(OrganizationId.of("third-agency"), INTAKE.role());

    private final RecordFixture run = HomeStart.run().given(NURSE, says(ROUTINES));

    @Test
    void anOfferToAnOrganizationWithWhichNothingIsAgreedIsRefused() {
        assertThat(refused(offer(STRANGER)))
                .containsExactly(Refusal.of(Reason.NOTHING_AGREED, "offer/to/organization"));
        run.when(PLANNER, in(invitation(STRANGER))).thenRefused(Reason.NOTHING_AGREED);
    }

    @Test
    void whatWasAgreedSaysByWhenAStrangerAnswers() {
        run.given(PLANNER, agreed(Optional.empty())).given(PLANNER, offer(STRANGER));

        Obligation answer = run.record()
                .chart()
                .obligations()
                .get(Keys.response(HANDOFF, 1))
                .orElseThrow();
        assertThat(answer.key().kind()).isEqualTo(Kinds.RESPONSE);
        assertThat(answer.due()).isEqualTo(START.plus(Duration.ofHours(7)));
    }

    @Test
    void anAgreementThatHasEndedReachesNobody() {
        run.given(PLANNER, agreed(Optional.of(START.plus(Duration.ofHours(1)))));

        run.after(Duration.ofHours(1)).when(PLANNER, offer(STRANGER)).thenRefused(Reason.NOTHING_AGREED);
    }

    /** Else a partner would say itself by when it answers, and what may be shown to it. */
    @Test
    void noPartnerWritesDownWhatWasAgreedWithIt() {
        RecordAgreement own = new RecordAgreement(new Agreement(
                INTAKE.organization(), Channel.PHONE, hours(7), Optional.empty(), List.of(), START, Optional.empty()));

        run.when(INTAKE, own).thenRefused(Reason.NOT_YOUR_TURN);
        run.when(PLANNER, own).thenApplied();
    }

    @Test
    void anOfferToARoleThatNobodyHoldsHereNamesTheRolesOfThatOrganization() {
        Holder mistaken = Holder.of(INTAKE.organization(), Code.of("intakes"));

        assertThat(refused(offer(mistaken)))
                .containsExactly(Refusal.of(Reason.NOT_A_MEMBER, "offer/to/role")
                        .instead(List.of(INTAKE.role(), HomeStart.SCHEDULER.role())));
    }

    @Test
    void whoeverHasLeftCannotBeAsked() {
        run.given(PLANNER, new LeaveTeam(HomeStart.OTHER_INTAKE));

        run.when(PLANNER, offer(HomeStart.OTHER_INTAKE)).thenRefused(Reason.NOTHING_AGREED);
        run.when(PLANNER, offer(INTAKE)).thenApplied();
    }

    private List<Refusal> refused(InHandoff offer) {
        Act act = Act.of(CommandId.of("would"), PLANNER, Stamp.at(run.now()));
        return run.record()
                .would(offer, act, Salt.of(new byte[16]), run.rules())
                .refusals();
    }

    private static OfferHandoff invitation(Holder to) {
        return OfferHandoff.builder()
                .kind(OfferKind.INVITATION)
                .to(to)
                .ask(ask())
                .arbiter(Arbiter.RECORD)
                .build();
    }

    private static RecordAgreement agreed(Optional<Instant> until) {
        return new RecordAgreement(new Agreement(
                STRANGER.organization(), Channel.PHONE, hours(7), Optional.empty(), List.of(), START, until));
    }
}
