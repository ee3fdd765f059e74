"""Binary trees built and walked: tuples, objects, and a balanced search tree."""


def make(depth):
    if depth == 0:
        return None, None
    return make(depth - 1), make(depth - 1)


def check(tree):
    left, right = tree
    if left is None:
        return 1
    return 1 + check(left) + check(right)


class Node:
    def __init__(self, key, left=None, right=None):
        self.key = key
        self.left = left
        self.right = right
        self.height = 1


def height(node):
    return node.height if node else 0


def update(node):
    node.height = 1 + max(height(node.left), height(node.right))


def rotate_right(node):
    top = node.left
    node.left, top.right = top.right, node
    update(node)
    update(top)
    return top


def rotate_left(node):
    top = node.right
    node.right, top.left = top.left, node
    update(node)
    update(top)
    return top


def insert(node, key):
    if node is None:
        return Node(key)
    if key < node.key:
        node.left = insert(node.left, key)
    elif key > node.key:
        node.right = insert(node.right, key)
    else:
        return node
    update(node)
    tilt = height(node.left) - height(node.right)
    if tilt > 1:
        if key > node.left.key:
            node.left = rotate_left(node.left)
        return rotate_right(node)
    if tilt < -1:
        if key < node.right.key:
            node.right = rotate_right(node.right)
        return rotate_left(node)
    return node


def depth_sum(node, depth=0):
    if node is None:
        return 0
    return depth + depth_sum(node.left, depth + 1) + depth_sum(node.right, depth + 1)


def main():
    keep = make(14)
    for depth in range(4, 15, 2):
        rounds = 1 << (13 - depth + 4) if depth <= 12 else 2
        total = 0
        for _ in range(rounds):
            total += check(make(depth))
        print("depth", depth, rounds, total)
    print("kept", check(keep))
    root = None
    x = 1
    for _ in range(16000):
        x = x * 16807 % 2147483647
        root = insert(root, x % 100000)
    print("avl", root.height, depth_sum(root))


if __name__ == "__main__":
    main()
