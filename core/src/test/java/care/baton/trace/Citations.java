package care.baton.trace;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a test cites: by its method, its class and the classes around it.
 *
 * @param requirements the IDs, as written
 * @param promises the numbers, as written
 */
record Citations(SortedSet<String> requirements, SortedSet<Integer> promises) {
    static Citations of(Class<?> testClass, Method method) {
        Citations citations = new Citations(new TreeSet<>(), new TreeSet<>());
        citations.read(method);
        for (Class<?> at = testClass; at != null; at = at.getEnclosingClass()) {
            citations.read(at);
        }
        return citations;
    }

    static Citations none() {
        return new Citations(new TreeSet<>(), new TreeSet<>());
    }

    Citations and(Collection<String> rows) {
        Citations more = new Citations(new TreeSet<>(requirements), promises);
        more.requirements.addAll(rows);
        return more;
    }

    private void read(AnnotatedElement element) {
        Requirement requirement = element.getAnnotation(Requirement.class);
        if (requirement != null) {
            requirements.addAll(List.of(requirement.value()));
        }
        Promise promise = element.getAnnotation(Promise.class);
        if (promise != null) {
            for (int number : promise.value()) {
                promises.add(number);
            }
        }
    }
}
