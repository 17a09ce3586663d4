package care.baton.fhir.server;

import ca.uhn.fhir.rest.param.DateRangeParam;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.TokenOrListParam;
import ca.uhn.fhir.rest.param.TokenParam;
import care.baton.fhir.exchange.Endpoint;
import care.baton.fhir.exchange.OurMarks;
import care.baton.fhir.server.Query.Token;
import care.baton.fhir.task.SeenReference;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What stands in the address of a search, as a query; {@link Searches} has let it pass. */
final class Asking {

    private Asking() {}

    static Query query(
            Endpoint endpoint,
            @Nullable TokenOrListParam ids,
            @Nullable TokenOrListParam identifier,
            @Nullable ReferenceParam owner,
            @Nullable ReferenceParam requester,
            @Nullable TokenOrListParam status,
            @Nullable DateRangeParam updated) {
        return new Query(
                tokens(ids).stream().map(TokenParam::getValue).toList(),
                tokens(identifier).stream()
                        .map(t -> new Token(
                                Optional.ofNullable(t.getSystem()),
                                Optional.ofNullable(t.getValue()).orElse("")))
                        .toList(),
                reference(endpoint, owner),
                reference(endpoint, requester),
                tokens(status).stream().map(TokenParam::getValue).toList(),
                instant(updated == null ? null : updated.getLowerBoundAsInstant()),
                instant(updated == null ? null : updated.getUpperBoundAsInstant()));
    }

    private static List<TokenParam> tokens(@Nullable TokenOrListParam all) {
        return all == null ? List.of() : all.getValuesAsQueryTokens();
    }

    private static Optional<SeenReference> reference(Endpoint endpoint, @Nullable ReferenceParam asked) {
        if (asked == null || asked.isEmpty()) {
            return Optional.empty();
        }
        String local = OurMarks.local(asked.getValue(), endpoint);
        return Optional.of(SeenReference.to(local.indexOf('/') < 0 ? "Organization/" + local : local));
    }

    private static Optional<Instant> instant(@Nullable Date date) {
        return Optional.ofNullable(date).map(Date::toInstant);
    }
}
