package pingmonitor.fuzz;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How much an object of ours holds on to: the entries of every collection and array that it leads to. Where the heap's
 * size tells of the garbage collector as well, this tells only of the program, and the same every time.
 */
public final class Footprint {
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Object> left = new ArrayDeque<>();
    private final List<Class<?>> ofTheTest;
    private long entries;

    private Footprint(List<Class<?>> ofTheTest) {
        this.ofTheTest = ofTheTest;
    }

    /**
     * Counts.
     *
     * @param ofTheTest classes whose objects are the test's own, and are not looked into
     */
    public static long of(Object root, Class<?>... ofTheTest) {
        Footprint footprint = new Footprint(Arrays.asList(ofTheTest));
        footprint.add(root);
        while (!footprint.left.isEmpty()) {
            footprint.look(footprint.left.pop());
        }
        return footprint.entries;
    }

    private void add(Object object) {
        boolean known = object == null || ofTheTest.contains(object.getClass());
        if (!known && seen.add(object)) {
            left.push(object);
        }
    }

    private void look(Object object) {
        if (object instanceof Collection<?> collection) {
            entries += collection.size();
            collection.forEach(this::add);
        } else if (object instanceof Map<?, ?> map) {
            entries += map.size();
            map.forEach(
                    (key, value) -> {
                        add(key);
                        add(value);
                    });
        } else if (object instanceof Optional<?> optional) {
            optional.ifPresent(this::add);
        } else if (object.getClass().isArray()) {
            array(object);
        }
        for (Class<?> of = object.getClass(); isOurs(of); of = of.getSuperclass()) {
            for (Field field : of.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
                    add(value(field, object));
                }
            }
        }
    }

    private void array(Object array) {
        entries += Array.getLength(array);
        if (array instanceof Object[] objects) {
            Arrays.asList(objects).forEach(this::add);
        }
    }

    private static boolean isOurs(Class<?> of) {
        return of.getName().startsWith("pingmonitor.");
    }

    private static Object value(Field field, Object of) {
        try {
            field.setAccessible(true);
            return field.get(of);
        } catch (IllegalAccessException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
