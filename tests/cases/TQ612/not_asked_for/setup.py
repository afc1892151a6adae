from setuptools import setup

checking = ["coverage", "nose2"]
setup(name="billing", install_requires=["attrs"], extras_require={"tests": checking}, keywords=["pytest"])
