package care.baton.record;

import care.baton.consent.Audience;
import care.baton.consent.Consent;
import care.baton.consent.ConsentCommand;
import care.baton.consent.ConsentCommand.LabelInformation;
import care.baton.consent.ConsentCommand.MarkConsentInError;
import care.baton.consent.ConsentCommand.RecordConsent;
import care.baton.consent.ConsentCommand.RemoveLabel;
import care.baton.consent.ConsentCommand.RevokeConsent;
import care.baton.consent.Giver;
import care.baton.consent.Purpose;
import care.baton.consent.Scope;
import care.baton.consent.Sensitivity;
import care.baton.outcome.Code;
import care.baton.party.Holder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What somebody could want to say about sharing. */
final class Sharings {

    private static final Code WHY = Code.of("changed-mind");

    private Sharings() {}

    static Asked deal(Chart chart, Holder by, Instant now, int n) {
        int one = 1 + n % Math.max(1, chart.consents().all().size());
        ConsentCommand command =
                switch (n % 7) {
                    case 0 -> new RevokeConsent(one, WHY);
                    case 1 -> new MarkConsentInError(one, WHY);
                    case 2 -> new LabelInformation(HomeStart.RISKS, label(n));
                    case 3 -> new RemoveLabel(HomeStart.RISKS, label(n), WHY);
                    case 4 -> new RecordConsent(consent(now, n), Optional.of(one));
                    default -> new RecordConsent(consent(now, n));
                };
        return new Asked(n % 2 == 0 ? HomeStart.PLANNER : by, new OnSharing(command));
    }

    private static Sensitivity label(int n) {
        return Sensitivity.values()[n / 7 % 3];
    }

    private static Consent consent(Instant now, int n) {
        Scope scope = new Scope.Everything(n % 2 == 0 ? List.of() : List.of(label(n)));
        Audience to = Audience.of(Dealer.pick(Dealer.SEATS, n / 7).organization());
        Purpose purpose = n / 3 % 2 == 0 ? Purpose.TREATMENT : Purpose.CARE_COORDINATION;
        Giver self = Giver.self(HomeStart.WHO);
        return n % 5 == 0
                ? Consent.refuse(scope, to, purpose, self, Consent.Form.SPOKEN, now)
                : Consent.permit(scope, to, purpose, self, Consent.Form.WRITTEN, now)
                        .until(now.plus(Duration.ofHours(1 + n % 90)));
    }
}
