# A gateway asks a proxy three times whether it is alive, and it is.
hosts proxy gateway
pongs proxy 3
pings gateway proxy 3 2
