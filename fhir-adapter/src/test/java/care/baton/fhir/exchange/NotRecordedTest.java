package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.evidence.Entry;
import care.baton.evidence.Salt;
import care.baton.fhir.partner.PartnerProfiles;
import care.baton.handoff.Answer;
import care.baton.handoff.HandoffCommand;
import care.baton.handoff.HandoffCommand.AnswerOffer;
import care.baton.handoff.HandoffCommand.HoldWarmHandoff;
import care.baton.handoff.Kinds;
import care.baton.handoff.OfferState;
import care.baton.outcome.Outcome;
import care.baton.party.Act;
import care.baton.party.Channel;
import care.baton.party.CommandId;
import care.baton.party.Relayed;
import care.baton.party.Sensitive;
import care.baton.record.CoordinationRecord;
import care.baton.record.RecordCommand.InHandoff;
import care.baton.time.Stamp;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What stands on the server and the record does not take at once is not lost. */
class NotRecordedTest extends TwoSites {

    @Test
    void anAcceptanceThatTheServerStoresCountsOverADeclineThatWasNotedByPhone() {
        with(PartnerProfiles.plainR4());
        offer();
        Act heard = new Act(
                CommandId.of("call-1"),
                Two.SENDER,
                Stamp.at(now),
                Optional.of(new Relayed(Two.RECEIVER, Channel.PHONE, now)));
        records(heard, new AnswerOffer(1, sender.offer().asked(), new Answer.Decline(Two.REASON, Sensitive.none())));
        assertThat(sender.offer().intended()).isPresent();

        answer(new Answer.Accept());
        receiver.settles(server, now);
        bothRead();

        assertThat(sender.offer().state()).isInstanceOf(OfferState.Accepted.class);
        assertThat(holds(sender)).isFalse();
        assertThat(holds(receiver)).isTrue();
    }

    @Test
    void whatTheRecordDoesNotTakeIsLookedIntoAndReadAgainUntilItDoes() {
        offer();
        answer(new Answer.Accept());
        receiver.settles(server, now);
        taken(reading());

        sender.absorbs(server.page(), now);
        sender.settles(server, now);

        assertThat(sender.offer().state()).isInstanceOf(OfferState.Awaiting.class);
        assertThat(sender.refused).isNotEmpty();
        assertThat(looks()).containsExactly("offer-1-not-recorded");

        now = now.plusSeconds(60);
        sender.settles(server, now);
        assertThat(sender.offer().state()).isInstanceOf(OfferState.Accepted.class);
        assertThat(holds(sender)).isFalse();
    }

    @Test
    void whatTheRecordNeverTakesIsReadLaterAndLater() {
        offer();
        answer(new Answer.Accept());
        receiver.settles(server, now);
        sender.absorbs(server.page(), now);
        int reads = 0;
        for (int second = 0; second < 3_600; second += 5) {
            now = now.plusSeconds(5);
            if (!new Site(sender).plans(now).isEmpty()) {
                taken(reading());
            }
            for (Request request : sender.plans(now)) {
                reads++;
                sender.absorbs(server.perform(request), now);
            }
        }

        assertThat(reads).isBetween(5, 12);
        assertThat(looks()).containsExactly("offer-1-not-recorded");
        now = now.plus(Duration.ofHours(2));
        sender.settles(server, now);
        assertThat(holds(sender)).isFalse();
    }

    /** The name that what is read next will be recorded under. */
    private CommandId reading() {
        Response.Found there = server.tasks().get(0);
        Site ahead = new Site(sender);
        ahead.absorbs(server.page(), now);
        return ahead.plans(now).stream()
                .map(Request.Read.class::cast)
                .findFirst()
                .map(read -> Recording.id(
                        "handoff-1/offer-1/Task/" + there.id() + "/" + there.version() + "@" + read.number() + "#0"))
                .orElse(CommandId.of("nothing-is-read"));
    }

    /** A host has used this name for something else. */
    private void taken(CommandId id) {
        records(Act.of(id, Two.SENDER, Stamp.at(now)), new HoldWarmHandoff(Two.SENDER, Two.RECEIVER, now));
    }

    private void records(Act act, HandoffCommand command) {
        Outcome<CoordinationRecord, Entry> outcome = sender.record.decide(
                new InHandoff(Two.HANDOFF, Two.RUN, command), act, Salt.of(new byte[32]), Two.rules());
        assertThat(outcome.refusals()).isEmpty();
        sender.record = outcome.orThrow().state();
    }

    private List<String> looks() {
        return sender.record.chart().obligations().openOf(Two.HANDOFF.value(), Kinds.LOOK_INTO).stream()
                .map(o -> o.key().subject())
                .toList();
    }
}
