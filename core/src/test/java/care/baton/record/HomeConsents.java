package care.baton.record;

import care.baton.consent.Audience;
import care.baton.consent.Consent;
import care.baton.consent.Consent.Form;
import care.baton.consent.ConsentCommand.RecordConsent;
import care.baton.consent.Giver;
import care.baton.consent.Purpose;
import care.baton.consent.Scope;
import care.baton.consent.Sensitivity;
import care.baton.disclosure.View;
import care.baton.disclosure.Viewer;
import care.baton.outcome.Code;
import care.baton.party.Holder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the person of the small pathway allows, and what others then see. */
final class HomeConsents {

    private HomeConsents() {}

    /** Everything that nothing especially protects, to a whole organization, to coordinate care. */
    static OnSharing allows(Holder whom, Sensitivity... labels) {
        return permits(new Scope.Everything(List.of(labels)), whom);
    }

    static OnSharing allowsOnly(Holder whom, Code... items) {
        return permits(new Scope.Items(List.of(items), List.of()), whom);
    }

    /** Everything that nothing especially protects, to everybody who takes part, to coordinate care. */
    static OnSharing allowsAll() {
        return allowsAll(Optional.empty());
    }

    /** The same until then. */
    static OnSharing allowsAll(Optional<Instant> until) {
        return new OnSharing(new RecordConsent(new Consent(
                Consent.Choice.PERMIT,
                new Scope.Everything(List.of()),
                Dealer.SEATS.stream()
                        .map(seat -> Audience.of(seat.organization()))
                        .distinct()
                        .toList(),
                List.of(Purpose.CARE_COORDINATION),
                Giver.self(HomeStart.WHO),
                Form.WRITTEN,
                HomeStart.START,
                until)));
    }

    private static OnSharing permits(Scope scope, Holder whom) {
        return new OnSharing(new RecordConsent(consent(Consent.Choice.PERMIT, scope, whom)));
    }

    static OnSharing refuses(Holder whom, Code item) {
        return new OnSharing(
                new RecordConsent(consent(Consent.Choice.REFUSE, new Scope.Items(List.of(item), List.of()), whom)));
    }

    private static Consent consent(Consent.Choice choice, Scope scope, Holder whom) {
        return new Consent(
                choice,
                scope,
                List.of(Audience.of(whom.organization())),
                List.of(Purpose.CARE_COORDINATION),
                Giver.self(HomeStart.WHO),
                Form.WRITTEN,
                HomeStart.START,
                Optional.empty());
    }

    static View seen(RecordFixture run, Holder by) {
        return seen(run, by, Purpose.CARE_COORDINATION);
    }

    static View seen(RecordFixture run, Holder by, Purpose purpose) {
        return seen(run, by, purpose, run.now());
    }

    static View seen(RecordFixture run, Holder by, Purpose purpose, Instant at) {
        return run.record().view(new Viewer(by, purpose), at, run.rules()).orElseThrow();
    }
}
