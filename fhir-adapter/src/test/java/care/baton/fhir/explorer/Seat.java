package care.baton.fhir.explorer;

import care.baton.fhir.exchange.Endpoint;
import care.baton.fhir.exchange.LinkKey;
import care.baton.handoff.HandoffCommand;
import care.baton.party.Holder;
import care.baton.record.RecordCommand;
import care.baton.record.RecordCommand.InHandoff;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One organization's place at the table.
 *
 * @param index which one
 * @param endpoints its way to the server, one for each partner
 * @param choices what its people may do
 * @param ticks how often time may run out on it
 */
record Seat(int index, List<Endpoint> endpoints, List<Choice> choices, int ticks) {

    /**
     * Something that a person of it may do or write down.
     *
     * @param name what
     * @param most how often
     * @param said what it comes to as the house stands; empty when it makes no sense
     */
    record Choice(String name, int most, Function<House, Optional<Word>> said) {

        static Choice of(String name, int most, Function<House, Optional<HandoffCommand>> said) {
            return new Choice(name, most, h -> said.apply(h).map(c -> Word.of(h, c)));
        }
    }

    /** A command and who gives it. */
    record Word(Holder by, RecordCommand command) {

        static Word of(House house, HandoffCommand command) {
            Holder own = house.record().chart().custodian().orElseThrow().equals(Cast.SENDER.organization())
                    ? Cast.SENDER
                    : house.record().chart().custodian().orElseThrow().equals(Cast.FIRST.organization())
                            ? Cast.FIRST
                            : Cast.SECOND;
            return by(own, command);
        }

        static Word by(Holder by, HandoffCommand command) {
            return new Word(by, new InHandoff(Cast.HANDOFF, Cast.RUN, command));
        }
    }

    Holder own() {
        return endpoints.get(0).own();
    }

    boolean sends() {
        return own().equals(Cast.SENDER);
    }

    /** The partner to whom a resource of this key goes. */
    Endpoint endpoint(House house, LinkKey key) {
        return endpoints.stream()
                .filter(e -> house.talks().stream()
                        .flatMap(t -> t.offers().values().stream())
                        .anyMatch(o -> (key.part() + "-").startsWith("offer-" + o.number() + "-")
                                && (sends() ? o.to() : o.sender())
                                        .organization()
                                        .equals(e.partner().organization())))
                .findFirst()
                .orElse(endpoints.get(0));
    }
}
