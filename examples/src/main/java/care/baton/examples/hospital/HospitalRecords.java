package care.baton.examples.hospital;

import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.gclient.ICriterion;
import ca.uhn.fhir.rest.gclient.IQuery;
import ca.uhn.fhir.rest.gclient.TokenClientParam;
import ca.uhn.fhir.rest.server.exceptions.PreconditionFailedException;
import ca.uhn.fhir.rest.server.exceptions.ResourceVersionConflictException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Resource;

/**
 * What the hospital's staff may do with its records: find, read, add once, and change the version they have read.
 *
 * <p>Nothing is remembered here. A create names its identifier ({@code If-None-Exist}), an update the version it was
 * made from ({@code If-Match}); so any of them may be tried again by another run.
 */
final class HospitalRecords {

    private static final int ATTEMPTS = 5;

    private final IGenericClient client;

    HospitalRecords(IGenericClient client) {
        this.client = client;
    }

    /** The resource with that identifier, if the server has one; the lowest id where it has several. */
    <T extends Resource> Optional<T> find(Class<T> type, Identifier identifier) {
        return search(
                        type,
                        new TokenClientParam("identifier")
                                .exactly()
                                .systemAndIdentifier(identifier.getSystem(), identifier.getValue()))
                .stream()
                .min((a, b) -> Long.compare(number(a), number(b)));
    }

    /** The resource with that identifier; the day cannot go on without it. */
    <T extends Resource> T get(Class<T> type, Identifier identifier) {
        return find(type, identifier)
                .orElseThrow(() -> new IllegalStateException(
                        "the hospital's server has no " + type.getSimpleName() + " with the identifier it needs"));
    }

    /** Everything that fits, over all pages. */
    <T extends Resource> List<T> search(Class<T> type, ICriterion<?>... criteria) {
        IQuery<?> query = client.search().forResource(type);
        for (ICriterion<?> criterion : criteria) {
            query = query.and(criterion);
        }
        List<T> found = new ArrayList<>();
        Bundle page = query.returnBundle(Bundle.class).execute();
        while (true) {
            for (Bundle.BundleEntryComponent entry : page.getEntry()) {
                if (type.isInstance(entry.getResource())) {
                    found.add(type.cast(entry.getResource()));
                }
            }
            if (page.getLink(Bundle.LINK_NEXT) == null) {
                return found;
            }
            page = client.loadPage().next(page).execute();
        }
    }

    /** Adds the resource unless one with that identifier is there; in both cases returns what the server has. */
    <T extends Resource> T addOnce(Class<T> type, T resource, Identifier identifier) {
        for (int attempt = 1; ; attempt++) {
            Optional<T> there = find(type, identifier);
            if (there.isPresent()) {
                return there.get();
            }
            try {
                client.create()
                        .resource(resource)
                        .conditional()
                        .where(new TokenClientParam("identifier")
                                .exactly()
                                .systemAndIdentifier(identifier.getSystem(), identifier.getValue()))
                        .execute();
            } catch (ResourceVersionConflictException | PreconditionFailedException raced) {
                if (attempt == ATTEMPTS) {
                    throw raced;
                }
            }
        }
    }

    /** Runs a transaction of conditional creates; may be repeated. */
    void load(Bundle transaction) {
        for (int attempt = 1; ; attempt++) {
            try {
                client.transaction().withBundle(transaction.copy()).execute();
                return;
            } catch (ResourceVersionConflictException | PreconditionFailedException raced) {
                if (attempt == ATTEMPTS) {
                    throw raced;
                }
            }
        }
    }

    /**
     * Changes the resource with that identifier in the version just read, again if somebody else was faster.
     *
     * @param needed whether the change is still to be made, asked of each version read
     */
    <T extends Resource> T change(Class<T> type, Identifier identifier, Predicate<T> needed, Change<T> change) {
        for (int attempt = 1; ; attempt++) {
            T read = get(type, identifier);
            if (!needed.test(read)) {
                return read;
            }
            change.make(read);
            try {
                client.update().resource(read).execute();
                return get(type, identifier);
            } catch (ResourceVersionConflictException | PreconditionFailedException raced) {
                if (attempt == ATTEMPTS) {
                    throw raced;
                }
            }
        }
    }

    private static long number(Resource resource) {
        return resource.getIdElement().isIdPartValidLong()
                ? resource.getIdElement().getIdPartAsLong()
                : Long.MAX_VALUE;
    }

    /** One change to a resource that was just read. */
    @FunctionalInterface
    interface Change<T> {
        void make(T resource);
    }
}
